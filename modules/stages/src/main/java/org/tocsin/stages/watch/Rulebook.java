package org.tocsin.stages.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.thread.Rules;

/**
 * The watchlists of an instance as rules, shared by its threads.
 *
 * <p>Changes are gathered and filed when the rules are next asked for, each at its own cost: after
 * a start all watchlists at once, later one among a hundred thousand.
 */
final class Rulebook {

    private static final Logger LOG = LoggerFactory.getLogger(Rulebook.class);

    private final LiveLexicon lexicon;

    /** What is not filed yet: the rule, or nothing where there is none any more. */
    private final Map<String, Optional<Rule>> changed = new HashMap<>();

    /** Those that make no sense, which may be by a name that the lexicon does not have yet. */
    private final Map<String, Watchlist> refused = new HashMap<>();

    private volatile boolean stale;
    private volatile Rules rules = Rules.of(List.of());
    private volatile Lexicon known;

    Rulebook(LiveLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The watchlist as it is from now on, null when it was deleted. One that makes no sense is in
     * force no longer: a rule that is not what was saved last would ring for the wrong question.
     */
    synchronized void put(String id, Watchlist watchlist) {
        changed.put(id, Optional.empty());
        refused.remove(id);
        if (watchlist != null) {
            try {
                changed.put(id, Optional.of(Rule.compile(watchlist, lexicon.now())));
            } catch (BadWatchlist e) {
                refused.put(id, watchlist);
                LOG.warn(
                        "watchlist skipped watchlist={} version={} faults={}",
                        id,
                        watchlist.version(),
                        e.getMessage());
            }
        }
        stale = true;
    }

    /** What is in force now. */
    Rules rules() {
        return stale || known != lexicon.now() ? refiled() : rules;
    }

    private synchronized Rules refiled() {
        Lexicon now = lexicon.now();
        if (known != now) {
            Map.copyOf(refused).forEach(this::put);
            known = now;
        }
        if (!changed.isEmpty()) {
            var gone = changed.keySet().stream().filter(id -> changed.get(id).isEmpty()).toList();
            rules = rules.with(changed.values().stream().flatMap(Optional::stream).toList(), gone);
            changed.clear();
        }
        stale = false;
        return rules;
    }
}
