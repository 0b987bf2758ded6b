package org.tocsin.core.watch.thread;

import java.util.Comparator;
import java.util.List;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.hush.Mutes;

/** What a hit does to the threads of its rule: joins one, begins one, takes ground from others. */
final class WindowTurn {

    private final Windows windows;
    private final Rule rule;
    private final Contribution latest;
    private final Contribution revised;
    private final Teller teller;
    private final Mutes mutes;

    /**
     * @param revised what the latest contribution revises; null for nothing
     */
    WindowTurn(Windows windows, Contribution revised, Teller teller, Mutes mutes) {
        this.windows = windows;
        this.rule = windows.rule();
        this.latest = windows.latest();
        this.revised = revised;
        this.teller = teller;
        this.mutes = mutes;
    }

    /**
     * What became of the thread that it joined, began or shook, with all threads and what rings.
     */
    Outcome turn(List<ThreadState> before, List<ThreadState> after, Rings rings) {
        Standing standing = windows.standing();
        boolean joins = latest.affirms() && latest.counts() && standing.isEnoughFor(rule);
        ThreadState joined = joins ? threadToJoin(before) : null;
        Outcome own = Outcome.silent(null, Outcome.Reason.TOO_FEW_ORIGINS);
        boolean takesAway = mayTakeAway();
        for (ThreadState thread : before) {
            boolean isJoined = thread == joined;
            Outcome outcome =
                    isJoined
                            ? next(thread, true, standing)
                            : takesAway && mayLose(thread) ? shaken(thread) : null;
            after.add(outcome == null ? thread : outcome.thread());
            own = outcome == null ? own : outcome;
            write(outcome, rings);
        }
        if (joined == null && standing.isEnoughFor(rule) && (joins || isNewlyOpen(before))) {
            own = next(null, joins, standing);
            after.add(own.thread());
            write(own, rings);
        }
        return own;
    }

    /** Only these can leave a thread that it does not join with less than it had. */
    private boolean mayTakeAway() {
        return revised != null
                || !latest.denied().isEmpty()
                        && windows.all().stream().anyMatch(one -> one.isOpenTo(latest))
                || latest.clauses().stream().anyMatch(clause -> !rule.asksFor(clause));
    }

    private boolean mayLose(ThreadState thread) {
        return windows.isNear(thread)
                || (revised != null && thread.articles().contains(revised.article()));
    }

    private Outcome shaken(ThreadState thread) {
        Standing now = windows.standingOf(thread);
        return now.isEnoughFor(rule) == thread.stands() ? null : next(thread, false, now);
    }

    private Outcome next(ThreadState thread, boolean joins, Standing now) {
        return ThreadLife.next(rule, thread, new Turn(teller, latest, revised, joins, now, mutes));
    }

    private void write(Outcome outcome, Rings rings) {
        if (outcome != null && outcome.rang() != null) {
            rings.add(outcome.thread(), AlertWriter.write(rule, outcome, teller, windows.all()));
        }
    }

    private ThreadState threadToJoin(List<ThreadState> threads) {
        for (ThreadState thread : threads) {
            if (thread.story().equals(teller.story())) {
                return thread;
            }
        }
        boolean alone = rule.watchlist().origins() == 1 && rule.holds(latest.truth());
        return alone
                ? null
                : threads.stream()
                        .filter(windows::isShared)
                        .max(Comparator.comparing(ThreadState::rung))
                        .orElse(null);
    }

    /** A window may also begin to answer by what a revision took away. */
    private boolean isNewlyOpen(List<ThreadState> threads) {
        return !latest.affirms() && threads.stream().noneMatch(windows::isShared);
    }
}
