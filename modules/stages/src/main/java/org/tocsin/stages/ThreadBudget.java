package org.tocsin.stages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a failed thread may be replaced: a passing fault is survived, a lasting one ends the
 * process instead of spinning.
 */
final class ThreadBudget {

    private final int replacements;
    private final Duration window;
    private final Clock clock;
    private final Deque<Instant> spent = new ArrayDeque<>();

    ThreadBudget(int replacements, Duration window, Clock clock) {
        this.replacements = replacements;
        this.window = window;
        this.clock = clock;
    }

    /** Takes one replacement; false when the window's are used up. */
    synchronized boolean spend() {
        Instant now = clock.instant();
        while (!spent.isEmpty() && spent.peekFirst().plus(window).isBefore(now)) {
            spent.removeFirst();
        }
        if (spent.size() >= replacements) {
            return false;
        }
        spent.addLast(now);
        return true;
    }
}
