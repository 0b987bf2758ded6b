package org.tocsin.gateway.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.gateway.desk.Ledger.Account;
import org.tocsin.gateway.desk.Ledger.Change;
import org.tocsin.gateway.desk.Ledger.Decision;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/**
 * What analysts say of alerts and do not want to hear of. The last word on a thread stands; {@code
 * SEEN} does not take a judgement back. Mutes stand beside judgements, one for each object.
 */
public final class VerdictDesk {

    private static final String KIND = "verdict";

    private final Ledger ledger;
    private final Clock clock;

    public VerdictDesk(Settings settings, AvroSerdes serdes, Clock clock) {
        this.ledger = new Ledger(settings, serdes, clock);
        this.clock = clock;
    }

    /** The time that words are said at, as the topic keeps it: in milliseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Says it, and returns what stands now under its key. */
    public AlertVerdict say(AlertVerdict verdict) {
        return say(verdict, Expected.anything());
    }

    /**
     * The same where what stands is as the caller knows it.
     *
     * @throws Overtaken where it stands otherwise
     */
    public AlertVerdict say(AlertVerdict verdict, Expected<AlertVerdict> expected) {
        return ledger.change(
                account(new Author(verdict.by(), verdict.reason())),
                current -> {
                    AlertVerdict before = current.get(verdict.key());
                    expected.check("the word on " + verdict.thread(), before);
                    boolean isJudged = before != null && before.word() != Word.SEEN;
                    return isJudged && verdict.word() == Word.SEEN
                            ? new Decision<>(List.of(), before)
                            : new Decision<>(List.of(change(before, verdict)), verdict);
                });
    }

    /** Takes the word on a thread back; false where there is none. */
    public boolean takeBack(String thread, Author author) {
        return takeBack(thread, author, Expected.anything());
    }

    /**
     * The same where it stands as the caller knows it.
     *
     * @throws Overtaken where it stands otherwise
     */
    public boolean takeBack(String thread, Author author, Expected<AlertVerdict> expected) {
        return ledger.change(
                account(author),
                current ->
                        decide(
                                current.get(thread),
                                before -> {
                                    expected.check("the word on " + thread, before);
                                    return new Change<>(thread, before, null, version(thread));
                                }));
    }

    /**
     * Ends a mute now; false where none of that key holds. It stays on the topic with its new end,
     * so that a replay is as quiet as the news was.
     */
    public boolean unmute(String key, Author author) {
        return unmute(key, author, Expected.anything());
    }

    /**
     * The same where it stands as the caller knows it.
     *
     * @throws Overtaken where it stands otherwise
     */
    public boolean unmute(String key, Author author, Expected<AlertVerdict> expected) {
        Instant now = now();
        return ledger.change(
                account(author),
                current ->
                        decide(
                                Optional.ofNullable(current.get(key))
                                        .filter(mute -> mute.isMuteAt(now))
                                        .orElse(null),
                                before -> {
                                    expected.check("mute " + key, before);
                                    return change(before, before.endedAt(now));
                                }));
    }

    /** What stands by key. */
    public Map<String, AlertVerdict> list() {
        return ledger.current(Topics.VERDICTS);
    }

    /** What was said under that key, oldest first. */
    public List<AuditEntry> history(String key) {
        return ledger.history(KIND).stream().filter(entry -> entry.object().equals(key)).toList();
    }

    private static Decision<AlertVerdict, Boolean> decide(
            AlertVerdict before, Function<AlertVerdict, Change<AlertVerdict>> change) {
        return before == null
                ? new Decision<>(List.of(), false)
                : new Decision<>(List.of(change.apply(before)), true);
    }

    private Change<AlertVerdict> change(AlertVerdict before, AlertVerdict after) {
        return new Change<>(after.key(), before, after, version(after.key()) + 1);
    }

    private int version(String key) {
        return history(key).stream().mapToInt(AuditEntry::version).max().orElse(0);
    }

    private static Account<AlertVerdict> account(Author author) {
        return new Account<>(Topics.VERDICTS, KIND, author);
    }
}
