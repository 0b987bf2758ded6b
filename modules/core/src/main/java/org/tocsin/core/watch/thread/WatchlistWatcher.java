package org.tocsin.core.watch.thread;

import java.util.ArrayList;
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

    /** Whether alerts of that watchlist must pass here before they ring. */
    public static boolean rations(Rule rule) {
        return Allowance.binds(rule);
    }

    /** What rings of it now, in order. */
    public List<Alert> take(WindowHit hit, Rules rules) {
        return decide(hit, rules).alerts();
    }

    /** The same with what a rule over a span of time made of it, null for what is no hit. */
    WindowWatcher.Result decide(WindowHit hit, Rules rules) {
        Rule rule = hit.isTick() ? null : rules.byId(hit.watchlist());
        var ringing = new ArrayList<Alert>();
        StoryWatcher.Seen seen = null;
        if (hit.isTick()) {
            for (Alert alert : windows.tick(hit.teller(), rules)) {
                ringing.addAll(passed(rules.byId(alert.watchlist()), alert, hit.teller()));
            }
            ringing.addAll(allowance.tick(hit.teller(), rules::byId));
        } else if (hit.alert() != null) {
            if (rule != null) {
                ringing.addAll(passed(rule, hit.alert(), hit.teller()));
            }
        } else {
            WindowWatcher.Result found = windows.tell(hit, rule);
            seen = found.seen();
            for (Alert alert : found.alerts()) {
                ringing.addAll(passed(rule, alert, hit.teller()));
            }
        }
        return new WindowWatcher.Result(ringing, seen);
    }

    private List<Alert> passed(Rule rule, Alert alert, Teller teller) {
        return Allowance.binds(rule) ? allowance.pass(rule, alert, teller) : List.of(alert);
    }
}
