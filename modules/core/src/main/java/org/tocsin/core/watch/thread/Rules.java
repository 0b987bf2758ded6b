package org.tocsin.core.watch.thread;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.index.Asking;
import org.tocsin.core.watch.index.RuleIndex;
import org.tocsin.core.watch.query.Reading;

/** The rules in force at one time, with their index. Immutable: a change is another one. */
public final class Rules {

    /** Filing so few anew takes no time. */
    private static final int FEW = 10_000;

    private final RuleIndex index;

    /** How many of them are decided where only the time says that something is over. */
    private final int timed;

    /** Those that ask for a rate, by id: few among many. */
    private final Map<String, Rule> rated;

    private Rules(RuleIndex index, int timed, Map<String, Rule> rated) {
        this.index = index;
        this.timed = timed;
        this.rated = rated;
    }

    /** Of two rules with one id the later one stands. */
    public static Rules of(Collection<Rule> rules) {
        RuleIndex index = RuleIndex.empty().with(rules, List.of());
        int timed = 0;
        var rated = new HashMap<String, Rule>();
        for (Rule rule : index.all()) {
            timed += timed(rule);
            rate(rated, rule.id(), rule);
        }
        return new Rules(index, timed, rated);
    }

    /**
     * With these rules, each in the place of the one with its id, and without the watchlists that
     * are gone, at the cost of what is changed. For one thread at a time.
     */
    public Rules with(Collection<Rule> changed, Collection<String> gone) {
        if (index.changes() > FEW + 2 * index.size()) {
            return of(index.all()).with(changed, gone);
        }
        RuleIndex next = index.with(changed, gone);
        var ids = new HashSet<>(gone);
        changed.forEach(rule -> ids.add(rule.id()));
        int moreTimed = 0;
        var rate = new HashMap<>(rated);
        for (String id : ids) {
            moreTimed += timed(next.byId(id)) - timed(index.byId(id));
            rate(rate, id, next.byId(id));
        }
        return new Rules(next, timed + moreTimed, rate);
    }

    private static void rate(Map<String, Rule> rated, String id, Rule rule) {
        if (rule != null && rule.rate() != null) {
            rated.put(id, rule);
        } else {
            rated.remove(id);
        }
    }

    private static int timed(Rule rule) {
        boolean is = rule != null && (rule.isAcrossStories() || Allowance.binds(rule));
        return is ? 1 : 0;
    }

    public int size() {
        return index.size();
    }

    /** By id, rising. */
    public Collection<Rule> all() {
        return index.all().stream().sorted().toList();
    }

    /** Null for a watchlist that is not in force. */
    public Rule byId(String watchlist) {
        return index.byId(watchlist);
    }

    /** Whether any is decided where only the time says that something is over. */
    public boolean needTheTime() {
        return timed > 0;
    }

    /** Those that ask for a rate, in no order. */
    Collection<Rule> rated() {
        return rated.values();
    }

    /**
     * The rules that the reading answers alone, and those over a story or a span of time to which
     * it says anything, in no order.
     */
    public List<Rule> answeredBy(Reading reading, Asking asking) {
        return asking.rules(index, reading);
    }
}
