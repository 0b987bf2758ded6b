package org.tocsin.core.watch.thread;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Scope;
import org.tocsin.core.watch.query.Reading;
import org.tocsin.core.watch.query.RuleIndex;

/** The rules in force at one time, with their index. Immutable: a change is another one. */
public final class Rules {

    private final Map<String, Rule> byId = new TreeMap<>();
    private final RuleIndex<Rule> index = new RuleIndex<>();
    private final boolean anyWindow;

    private Rules(Collection<Rule> rules) {
        rules.forEach(rule -> byId.put(rule.id(), rule));
        for (Rule rule : byId.values()) {
            if (rule.scope().isOneArticle()) {
                index.addByRarest(rule, rule.query());
            } else {
                index.addByEveryClause(rule, rule.query());
            }
        }
        anyWindow = byId.values().stream().anyMatch(r -> r.scope().kind() == Scope.Kind.WINDOW);
    }

    /** Of two rules with one id the later one stands. */
    public static Rules of(Collection<Rule> rules) {
        return new Rules(rules);
    }

    /** By id, rising. */
    public Collection<Rule> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Null for a watchlist that is not in force. */
    public Rule byId(String watchlist) {
        return byId.get(watchlist);
    }

    boolean hasWindows() {
        return anyWindow;
    }

    /** The rules to which the reading may say anything, by id. */
    List<Rule> candidates(Reading reading) {
        return index.candidates(reading);
    }
}
