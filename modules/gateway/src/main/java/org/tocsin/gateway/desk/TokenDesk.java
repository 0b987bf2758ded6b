package org.tocsin.gateway.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tocsin.core.access.Credential;
import org.tocsin.gateway.desk.Ledger.Account;
import org.tocsin.gateway.desk.Ledger.Change;
import org.tocsin.gateway.desk.Ledger.Decision;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/**
 * The tokens and sessions that count. What has ended for a week is swept out when another is made,
 * so that the topic stays as small as the newsroom.
 */
public final class TokenDesk {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Ledger ledger;
    private final Clock clock;

    /**
     * @param clock the time of people, also where the news is replayed faster
     */
    public TokenDesk(Settings settings, AvroSerdes serdes, Clock clock) {
        this.ledger = new Ledger(settings, serdes, clock);
        this.clock = clock;
    }

    /** Those on record, the youngest first; some may have ended. */
    public List<Credential> list() {
        return ledger.current(Topics.ACCESS).values().stream()
                .sorted(Comparator.comparing(Credential::created).reversed())
                .toList();
    }

    /** Puts one on record. */
    public void add(Credential credential, Author author) {
        ledger.change(
                account(author),
                current -> {
                    var changes = new ArrayList<>(ended(current));
                    changes.add(new Change<>(credential.id(), null, credential, 1));
                    return new Decision<>(changes, true);
                });
    }

    private List<Change<Credential>> ended(Map<String, Credential> current) {
        Instant limit = clock.instant().minus(KEPT);
        return current.values().stream()
                .filter(each -> !each.holdsAt(limit))
                .map(each -> new Change<>(each.id(), each, null, 1))
                .toList();
    }

    /**
     * Takes the one of that id back, from now on, and what hangs on it; empty where there is none
     * that may be.
     *
     * @param may whose it must be
     * @param hangsOnIt what goes with it
     */
    public List<Credential> revoke(
            String id, Predicate<Credential> may, Predicate<Credential> hangsOnIt, Author author) {
        return ledger.change(
                account(author),
                current -> {
                    Credential token = current.get(id);
                    if (token == null || !may.test(token)) {
                        return new Decision<>(List.of(), List.of());
                    }
                    List<Credential> gone =
                            current.values().stream()
                                    .filter(each -> each == token || hangsOnIt.test(each))
                                    .toList();
                    return new Decision<>(
                            gone.stream()
                                    .map(each -> new Change<>(each.id(), each, null, 1))
                                    .toList(),
                            gone);
                });
    }

    private static Account<Credential> account(Author author) {
        return new Account<>(Topics.ACCESS, "token", author);
    }
}
