package org.tocsin.core.watch.thread;

import java.util.List;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.hush.Mutes;

/**
 * Decides what needs all of a watchlist in one place: rules over a span of time, and budgets. Must
 * see what concerns a watchlist in order, and the time of all.
 */
public final class WatchlistWatcher {

    private final WindowWatcher windows;
    private final Allowance allowance;

    public WatchlistWatcher(WindowMemory windows, BudgetMemory budgets, Mutes mutes) {
        this.windows = new WindowWatcher(windows, mutes);
        this.allowance = new Allowance(budgets);
    }

    /** Whether what rings of that watchlist must pass here before. */
    public static boolean rations(Rule rule) {
        return rule.watchlist().budget() != null;
    }

    /** What rings of it now, in order. */
    public Rings take(WindowHit hit, Rules rules) {
        return decide(hit, rules).rings();
    }

    /** The same with what a rule over a span of time made of it, null for what is no hit. */
    WindowWatcher.Result decide(WindowHit hit, Rules rules) {
        Rule rule = hit.isTick() ? null : rules.byId(hit.watchlist());
        Rings rings = Rings.none();
        StoryWatcher.Seen seen = null;
        if (hit.isTick()) {
            pass(windows.tick(hit.teller(), rules), rules, hit.teller(), rings);
            rings.live().addAll(allowance.tick(hit.teller(), rules::byId));
        } else if (hit.alert() != null) {
            if (rule != null) {
                rings.live().addAll(passed(rule, hit.alert(), hit.teller()));
            }
        } else {
            WindowWatcher.Result found = windows.tell(hit, rule);
            seen = found.seen();
            pass(found.rings(), rules, hit.teller(), rings);
        }
        return new WindowWatcher.Result(rings, seen);
    }

    private void pass(Rings found, Rules rules, Teller teller, Rings into) {
        into.watched().addAll(found.watched());
        for (Alert alert : found.live()) {
            into.live().addAll(passed(rules.byId(alert.watchlist()), alert, teller));
        }
    }

    private List<Alert> passed(Rule rule, Alert alert, Teller teller) {
        return rations(rule) ? allowance.pass(rule, alert, teller) : List.of(alert);
    }
}
