package org.tocsin.core.watch.thread;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Scope;
import org.tocsin.core.watch.index.Asking;
import org.tocsin.core.watch.index.RuleIndex;
import org.tocsin.core.watch.query.Reading;

/** The rules in force at one time, with their index. Immutable: a change is another one. */
public final class Rules {

    /** Filing so few anew takes no time. */
    private static final int FEW = 10_000;

    private final RuleIndex index;

    /** How many of them run over a span of time. */
    private final int windows;

    private Rules(RuleIndex index, int windows) {
        this.index = index;
        this.windows = windows;
    }

    /** Of two rules with one id the later one stands. */
    public static Rules of(Collection<Rule> rules) {
        RuleIndex index = RuleIndex.empty().with(rules, List.of());
        return new Rules(index, (int) index.all().stream().filter(Rules::isWindow).count());
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
        int more = 0;
        for (String id : ids) {
            more += count(next.byId(id)) - count(index.byId(id));
        }
        return new Rules(next, windows + more);
    }

    private static int count(Rule rule) {
        return rule != null && isWindow(rule) ? 1 : 0;
    }

    private static boolean isWindow(Rule rule) {
        return rule.scope().kind() == Scope.Kind.WINDOW;
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

    boolean hasWindows() {
        return windows > 0;
    }

    /**
     * The rules that the reading answers alone, and those over a story or a span of time to which
     * it says anything, in no order.
     */
    public List<Rule> answeredBy(Reading reading, Asking asking) {
        return asking.rules(index, reading);
    }
}
