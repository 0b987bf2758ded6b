package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The shipped lexicon with what analysts add while it is in use. Safe to share between threads.
 *
 * <p>Changes are gathered, and the lexicon is made when it is next asked for: after a start with
 * half a million additions once, and then at the cost of the latest changes alone, which are a
 * layer over the rest until there are too many of them.
 */
public final class LiveLexicon {

    private static final int MOST_FRESH = 1_000;

    /** Of so many additions one may be in the layer: making all anew takes seconds then. */
    private static final int FRESH_OF = 16;

    private final Lexicon shipped;
    private final Map<String, LexiconEntry> entries = new TreeMap<>();
    private final Set<String> fresh = new HashSet<>();
    private Lexicon settled;
    private volatile Lexicon now;

    public LiveLexicon(Lexicon shipped) {
        this.shipped = shipped;
        this.settled = shipped;
        this.now = shipped;
    }

    /** The entry of that id from now on; null takes it back. */
    public synchronized void put(String id, LexiconEntry entry) {
        if (entry == null) {
            entries.remove(id);
        } else {
            entries.put(id, entry);
        }
        fresh.add(id);
        now = null;
    }

    /** The entries in force, by id. */
    public synchronized List<LexiconEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The lexicon as it is now: the same object as long as nothing changes. */
    public Lexicon now() {
        Lexicon known = now;
        return known != null ? known : made();
    }

    private synchronized Lexicon made() {
        if (now == null) {
            if (fresh.size() > Math.max(MOST_FRESH, entries.size() / FRESH_OF)) {
                settled = changed(shipped, entries.keySet());
                fresh.clear();
            }
            now = fresh.isEmpty() ? settled : changed(settled, fresh);
        }
        return now;
    }

    private Lexicon changed(Lexicon base, Collection<String> ids) {
        var changed = new ArrayList<Actor>();
        var gone = new HashSet<String>();
        for (String id : ids) {
            LexiconEntry entry = entries.get(id);
            Actor before = shipped.byId(id).orElse(null);
            Actor after = entry == null ? before : entry.over(before);
            if (after == null) {
                gone.add(id);
            } else {
                changed.add(after);
            }
        }
        return base.changed(changed, gone);
    }
}
