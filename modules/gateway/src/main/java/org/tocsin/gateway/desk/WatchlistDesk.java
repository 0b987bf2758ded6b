package org.tocsin.gateway.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.desk.Ledger.Account;
import org.tocsin.gateway.desk.Ledger.Change;
import org.tocsin.gateway.desk.Ledger.Decision;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.avro.SchemaAdmin;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.TopicAdmin;
import org.tocsin.wire.topic.Topics;

/**
 * The watchlists as they are saved. Whether a watchlist makes sense is decided before it comes here
 * (see {@code WatchlistYaml}); the desk counts versions and keeps the history.
 */
public final class WatchlistDesk {

    private static final String KIND = "watchlist";

    private final Settings settings;
    private final Ledger ledger;

    public WatchlistDesk(Settings settings, AvroSerdes serdes, Clock clock) {
        this.settings = settings;
        this.ledger = new Ledger(settings, serdes, clock);
    }

    /** What saving came to: the watchlist with its version, and whether anything was new. */
    public record Saved(Watchlist watchlist, Outcome outcome) {}

    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** The live watchlists by id. */
    public List<Watchlist> list() {
        return ledger.current(Topics.WATCHLISTS).values().stream()
                .sorted(Comparator.comparing(Watchlist::id))
                .toList();
    }

    public Optional<Watchlist> find(String id) {
        return Optional.ofNullable(ledger.current(Topics.WATCHLISTS).get(id));
    }

    /**
     * Saves all of them or none. A watchlist that says what the saved one says keeps its version;
     * any other gets the next number, also after a deletion, so that a number never means two
     * rules.
     *
     * @param by who saves, null when unknown
     */
    public List<Saved> save(List<Watchlist> watchlists, String by) {
        return save(watchlists, Author.of(by));
    }

    /** The same with why. */
    public List<Saved> save(List<Watchlist> watchlists, Author author) {
        return ledger.change(account(author), current -> decideWithRoutes(watchlists, current));
    }

    /**
     * Saves one where it stands as the caller knows it.
     *
     * @param expected its version, 0 for one that is not there; null for whatever stands
     * @throws Overtaken where it stands otherwise
     */
    public Saved save(Watchlist watchlist, Author author, Integer expected) {
        return ledger.change(
                        account(author),
                        current -> {
                            expect(watchlist.id(), expected, current);
                            return decideWithRoutes(List.of(watchlist), current);
                        })
                .get(0);
    }

    private static void expect(String id, Integer version, Map<String, Watchlist> current) {
        Watchlist now = current.get(id);
        if (version != null && version != (now == null ? 0 : now.version())) {
            throw new Overtaken(
                    now == null
                            ? "there is no watchlist %s any more".formatted(id)
                            : "watchlist %s has version %d by now".formatted(id, now.version()));
        }
    }

    private Decision<Watchlist, List<Saved>> decideWithRoutes(
            List<Watchlist> watchlists, Map<String, Watchlist> current) {
        var decision = decide(watchlists, current, versionsUsed());
        createRoutes(decision.changes());
        return decision;
    }

    private static Decision<Watchlist, List<Saved>> decide(
            List<Watchlist> watchlists, Map<String, Watchlist> current, Map<String, Integer> used) {
        var saved = new ArrayList<Saved>();
        var changes = new ArrayList<Change<Watchlist>>();
        for (Watchlist watchlist : watchlists) {
            String id = watchlist.id();
            Watchlist before = current.get(id);
            if (before != null && before.equals(watchlist.withVersion(before.version()))) {
                saved.add(new Saved(before, Outcome.UNCHANGED));
                continue;
            }
            // The audit ends after a while; the watchlist itself knows its number longer.
            int last = Math.max(used.getOrDefault(id, 0), before == null ? 0 : before.version());
            Watchlist after = watchlist.withVersion(last + 1);
            changes.add(new Change<>(id, before, after, after.version()));
            saved.add(new Saved(after, before == null ? Outcome.CREATED : Outcome.CHANGED));
            // An id that comes twice in one call is changed twice.
            current.put(id, after);
            used.put(id, after.version());
        }
        return new Decision<>(changes, saved);
    }

    /** Deletes it; false when there is none of that id. */
    public boolean delete(String id, String by) {
        return delete(id, Author.of(by), null);
    }

    /**
     * The same where it stands as the caller knows it.
     *
     * @throws Overtaken where it stands otherwise
     */
    public boolean delete(String id, Author author, Integer expected) {
        return ledger.change(
                account(author),
                current -> {
                    if (current.containsKey(id)) {
                        expect(id, expected, current);
                    }
                    Watchlist before = current.get(id);
                    return before == null
                            ? new Decision<>(List.of(), false)
                            : new Decision<>(
                                    List.of(new Change<>(id, before, null, before.version())),
                                    true);
                });
    }

    /** What was done to the watchlist of that id, oldest first; empty when it never was. */
    public List<AuditEntry> history(String id) {
        return ledger.history(KIND).stream().filter(entry -> entry.object().equals(id)).toList();
    }

    /** The watchlist as that version had it; empty where none of its history says. */
    public Optional<Watchlist> version(String id, int version) {
        return history(id).stream()
                .filter(entry -> entry.version() == version && entry.after() != null)
                .reduce((first, last) -> last)
                .map(WatchlistDesk::watchlistOf);
    }

    private static Watchlist watchlistOf(AuditEntry entry) {
        try {
            return Json.mapper().readValue(entry.after(), Watchlist.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the audit holds no watchlist " + entry.object(), e);
        }
    }

    private static Account<Watchlist> account(Author author) {
        return new Account<>(Topics.WATCHLISTS, KIND, author);
    }

    private Map<String, Integer> versionsUsed() {
        var used = new LinkedHashMap<String, Integer>();
        ledger.history(KIND)
                .forEach(entry -> used.merge(entry.object(), entry.version(), Math::max));
        return used;
    }

    /** A route's topic stands before the first alert can be sent there. */
    private void createRoutes(List<Change<Watchlist>> changes) {
        var routes =
                changes.stream()
                        .map(change -> change.after().route())
                        .filter(route -> route != null)
                        .distinct()
                        .map(Topics::alertsTo)
                        .toList();
        if (!routes.isEmpty()) {
            try (var admin = new TopicAdmin(settings)) {
                admin.apply(routes);
            }
            new SchemaAdmin(settings.registry()).apply(routes);
        }
    }
}
