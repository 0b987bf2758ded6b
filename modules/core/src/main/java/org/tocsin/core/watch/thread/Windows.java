package org.tocsin.core.watch.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.watch.Rule;

/**
 * The windows over what a rule has heard, after its latest contribution. A window is all that was
 * told from the rule's span before some contribution until that contribution, both included.
 */
final class Windows {

    private final Rule rule;
    private final List<Contribution> all;
    private final Contribution latest;
    private final Duration span;
    private List<Contribution> best = List.of();
    private Standing standing = Standing.NONE;

    /**
     * @param all with {@code latest} among them
     */
    Windows(Rule rule, List<Contribution> all, Contribution latest) {
        this.rule = rule;
        this.all = all;
        this.latest = latest;
        this.span = rule.scope().span();
        findBestWindow();
    }

    Rule rule() {
        return rule;
    }

    List<Contribution> all() {
        return all;
    }

    Contribution latest() {
        return latest;
    }

    /** Of the windows that hold the latest contribution, of the one of most origins. */
    Standing standing() {
        return standing;
    }

    /**
     * Whether something of that thread stands beside the latest contribution in the best window.
     */
    boolean isShared(ThreadState thread) {
        return best.stream()
                .anyMatch(one -> one != latest && thread.articles().contains(one.article()));
    }

    /** Whether something of that thread was told within the span of the latest contribution. */
    boolean isNear(ThreadState thread) {
        return all.stream()
                .filter(one -> thread.articles().contains(one.article()))
                .anyMatch(this::isWithinReach);
    }

    /** How the rule stands in that thread: in the best of the windows that end in it. */
    Standing standingOf(ThreadState thread) {
        Standing most = Standing.NONE;
        for (Contribution end : all) {
            if (thread.articles().contains(end.article())) {
                Standing found = Standing.of(rule, windowSince(end.at(), thread));
                most = found.count() > most.count() ? found : most;
            }
        }
        return most;
    }

    /**
     * What answered at that time, with what came later and yet within the span of all of it: a
     * denial or what was asked not to be there takes back an answer that it finds standing.
     */
    private List<Contribution> windowSince(Instant end, ThreadState thread) {
        Instant start = end.minus(span);
        Instant last =
                windowUntil(end).stream()
                        .filter(one -> thread.articles().contains(one.article()))
                        .map(Contribution::at)
                        .min(Comparator.naturalOrder())
                        .orElse(end)
                        .plus(span);
        return all.stream()
                .filter(one -> !one.at().isBefore(start) && !one.at().isAfter(last))
                .toList();
    }

    private boolean isWithinReach(Contribution one) {
        return Duration.between(one.at(), latest.at()).abs().compareTo(span) <= 0;
    }

    /** Of the windows that hold the latest contribution, the one of most origins. */
    private void findBestWindow() {
        boolean mayAnswer = rule.mayHold(heard());
        for (Contribution end : all) {
            if (!mayAnswer && !best.isEmpty()) {
                return;
            }
            boolean holdsLatest =
                    !end.at().isBefore(latest.at()) && !end.at().isAfter(latest.at().plus(span));
            if (holdsLatest) {
                List<Contribution> window = windowUntil(end.at());
                Standing found = Standing.of(rule, window);
                if (best.isEmpty() || found.count() > standing.count()) {
                    best = window;
                    standing = found;
                }
            }
        }
    }

    private BitSet heard() {
        var heard = new BitSet();
        for (Contribution one : all) {
            if (one.counts()) {
                one.clauses().forEach(heard::set);
            }
        }
        return heard;
    }

    private List<Contribution> windowUntil(Instant end) {
        Instant start = end.minus(span);
        return all.stream()
                .filter(one -> !one.at().isBefore(start) && !one.at().isAfter(end))
                .toList();
    }
}
