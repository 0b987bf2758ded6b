package org.tocsin.core.watch.thread;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;

/**
 * Keeps watchlists to their budgets: so many alerts a day of the news, in UTC. ESCALATED and
 * CORRECTED, EXPIRED and what is critical ring beyond it and are not counted. What else would ring
 * is held back and named in one digest, which the first telling of a later day rings.
 *
 * <p>A held alert is folded into its thread's next one, which therefore bears the number that
 * readers expect, and is NEW where none of the thread rang before. Must see all that a watchlist
 * rings, in order.
 */
final class Allowance {

    private final BudgetMemory memory;

    Allowance(BudgetMemory memory) {
        this.memory = memory;
    }

    static boolean binds(Rule rule) {
        return rule.watchlist().budget() != null && !rule.watchlist().isWatching();
    }

    /** What rings of an alert: nothing, the alert, or a digest that was due before it. */
    List<Alert> pass(Rule rule, Alert alert, Teller teller) {
        if (!binds(rule)) {
            return ended(alert);
        }
        var ringing = new ArrayList<Alert>();
        BudgetState state = stateOn(dayOf(teller), rule, teller, ringing);
        int skipped = memory.skipped(alert.thread());
        boolean isTold = alert.seq() > skipped + 1;
        if (alert.kind() == Alert.Kind.EXPIRED) {
            // Else the digest that it was the first to ring would ring again.
            memory.put(state);
            ringing.addAll(ended(alert));
            return ringing;
        }
        boolean free =
                alert.kind() == Alert.Kind.ESCALATED || alert.severity() == Severity.CRITICAL;
        boolean corrects = alert.kind() == Alert.Kind.CORRECTED;
        if (corrects ? isTold : free || state.rung() < rule.watchlist().budget()) {
            ringing.add(numbered(alert, skipped));
            memory.put(free || corrects ? state : state.withOneRung());
        } else {
            memory.skip(alert.thread(), skipped + 1);
            // A correction of what nobody heard is no news that anybody misses.
            memory.put(corrects ? state : state.withHeld(alert));
        }
        return ringing;
    }

    /** The end of a thread, also of one from before its watchlist only watched. */
    private List<Alert> ended(Alert alert) {
        int skipped = memory.skipped(alert.thread());
        memory.skip(alert.thread(), 0);
        return alert.seq() > skipped + 1 ? List.of(numbered(alert, skipped)) : List.of();
    }

    /** The digests of days that are over. */
    List<Alert> tick(Teller teller, Function<String, Rule> rules) {
        long day = dayOf(teller);
        if (memory.lastDay() >= day) {
            return List.of();
        }
        memory.reached(day);
        var digests = new ArrayList<Alert>();
        for (BudgetState state : memory.states()) {
            Rule rule = rules.apply(state.watchlist());
            if (rule == null || !binds(rule)) {
                memory.remove(state.watchlist());
            } else {
                memory.put(stateOn(day, rule, teller, digests));
            }
        }
        return digests;
    }

    private static long dayOf(Teller teller) {
        return LocalDate.ofInstant(teller.at(), ZoneOffset.UTC).toEpochDay();
    }

    /** A late telling counts on the day that has been reached. */
    private BudgetState stateOn(long day, Rule rule, Teller teller, List<Alert> ringing) {
        BudgetState state = memory.state(rule.id());
        if (state == null) {
            return BudgetState.begun(rule.id(), day);
        }
        if (state.day() >= day) {
            return state;
        }
        if (state.held() > 0) {
            ringing.add(AlertWriter.digest(rule, state, teller));
        }
        return state.on(day);
    }

    private static Alert numbered(Alert alert, int skipped) {
        if (skipped == 0) {
            return alert;
        }
        int seq = alert.seq() - skipped;
        Alert.Kind kind = seq == 1 ? Alert.Kind.NEW : alert.kind();
        return new Alert(
                ArticleId.hex(alert.id(), Integer.toString(seq), kind.name()),
                alert.thread(),
                seq,
                alert.watchlist(),
                alert.rule(),
                kind,
                alert.severity(),
                alert.time(),
                alert.trigger(),
                alert.story(),
                alert.articles(),
                alert.origins(),
                alert.headline(),
                alert.evidence());
    }
}
