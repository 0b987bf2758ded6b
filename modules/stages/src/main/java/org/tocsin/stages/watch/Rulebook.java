package org.tocsin.stages.watch;

import java.util.HashMap;
import java.util.Map;
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
 * <p>Changes are gathered and the index is built when it is next asked for: after a start with a
 * hundred thousand watchlists it is built once.
 */
final class Rulebook {

    private static final Logger LOG = LoggerFactory.getLogger(Rulebook.class);

    private final LiveLexicon lexicon;
    private final Map<String, Rule> compiled = new HashMap<>();

    /** Those that make no sense, which may be by a name that the lexicon does not have yet. */
    private final Map<String, Watchlist> refused = new HashMap<>();

    private volatile Rules rules;
    private volatile Lexicon known;

    Rulebook(LiveLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The watchlist as it is from now on, null when it was deleted. One that makes no sense is in
     * force no longer: a rule that is not what was saved last would ring for the wrong question.
     */
    synchronized void put(String id, Watchlist watchlist) {
        compiled.remove(id);
        refused.remove(id);
        if (watchlist != null) {
            try {
                compiled.put(id, Rule.compile(watchlist, lexicon.now()));
            } catch (BadWatchlist e) {
                refused.put(id, watchlist);
                LOG.warn(
                        "watchlist skipped watchlist={} version={} faults={}",
                        id,
                        watchlist.version(),
                        e.getMessage());
            }
        }
        rules = null;
    }

    /** What is in force now. */
    Rules rules() {
        Rules built = rules;
        return built != null && known == lexicon.now() ? built : rebuilt();
    }

    private synchronized Rules rebuilt() {
        Lexicon now = lexicon.now();
        if (known != now) {
            Map.copyOf(refused).forEach(this::put);
            known = now;
        }
        if (rules == null) {
            rules = Rules.of(compiled.values());
        }
        return rules;
    }
}
