package org.tocsin.gateway.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.gateway.desk.Ledger.Account;
import org.tocsin.gateway.desk.Ledger.Change;
import org.tocsin.gateway.desk.Ledger.Decision;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/**
 * What analysts add to the shipped lexicon, as it is saved. Whether an addition makes sense is
 * decided before it comes here; the desk writes it with its audit.
 */
public final class LexiconDesk {

    private static final String KIND = "actor";

    private final Ledger ledger;
    private final Clock clock;

    public LexiconDesk(Settings settings, AvroSerdes serdes, Clock clock) {
        this.ledger = new Ledger(settings, serdes, clock);
        this.clock = clock;
    }

    /** What saving came to. */
    public record Saved(LexiconEntry entry, Outcome outcome) {}

    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** The additions in force, in the order of their last change. */
    public List<LexiconEntry> list() {
        return List.copyOf(ledger.current(Topics.LEXICON).values());
    }

    /**
     * Saves all of them or none; one that says what the saved one says is left as it is.
     *
     * @param by who saves, null when unknown
     */
    public List<Saved> save(List<LexiconEntry> entries, String by) {
        return ledger.change(
                new Account<>(Topics.LEXICON, KIND, by),
                current -> decide(stamped(entries, by), current, versionsUsed()));
    }

    /**
     * Saves one where it stands as the caller knows it.
     *
     * @throws Overtaken where it stands otherwise
     */
    public Saved save(LexiconEntry entry, String by, Expected<LexiconEntry> expected) {
        return ledger.change(
                        new Account<>(Topics.LEXICON, KIND, by),
                        current -> {
                            expected.check("addition " + entry.id(), current.get(entry.id()));
                            return decide(stamped(List.of(entry), by), current, versionsUsed());
                        })
                .get(0);
    }

    private List<LexiconEntry> stamped(List<LexiconEntry> entries, String by) {
        return entries.stream().map(entry -> entry.said(by, clock.instant())).toList();
    }

    private static Decision<LexiconEntry, List<Saved>> decide(
            List<LexiconEntry> entries,
            Map<String, LexiconEntry> current,
            Map<String, Integer> used) {
        var saved = new ArrayList<Saved>();
        var changes = new ArrayList<Change<LexiconEntry>>();
        for (LexiconEntry entry : entries) {
            LexiconEntry before = current.get(entry.id());
            if (before != null && before.equals(entry.said(before.by(), before.time()))) {
                saved.add(new Saved(before, Outcome.UNCHANGED));
                continue;
            }
            int version = used.merge(entry.id(), 1, Integer::sum);
            changes.add(new Change<>(entry.id(), before, entry, version));
            saved.add(new Saved(entry, before == null ? Outcome.CREATED : Outcome.CHANGED));
            current.put(entry.id(), entry);
        }
        return new Decision<>(changes, saved);
    }

    /** Takes an addition back, the shipped actor stays; false when there is none of that id. */
    public boolean delete(String id, String by) {
        return delete(id, by, Expected.anything());
    }

    /**
     * The same where it stands as the caller knows it.
     *
     * @throws Overtaken where it stands otherwise
     */
    public boolean delete(String id, String by, Expected<LexiconEntry> expected) {
        return ledger.change(
                new Account<>(Topics.LEXICON, KIND, by),
                current -> {
                    LexiconEntry before = current.get(id);
                    if (before == null) {
                        return new Decision<>(List.of(), false);
                    }
                    expected.check("addition " + id, before);
                    int version = versionsUsed().getOrDefault(id, 0);
                    return new Decision<>(List.of(new Change<>(id, before, null, version)), true);
                });
    }

    /** What was done to the addition of that id, oldest first; empty when it never was. */
    public List<AuditEntry> history(String id) {
        return ledger.history(KIND).stream().filter(entry -> entry.object().equals(id)).toList();
    }

    private Map<String, Integer> versionsUsed() {
        var used = new HashMap<String, Integer>();
        ledger.history(KIND)
                .forEach(entry -> used.merge(entry.object(), entry.version(), Math::max));
        return used;
    }
}
