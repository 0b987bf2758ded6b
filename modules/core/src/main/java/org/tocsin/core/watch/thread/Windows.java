package org.tocsin.core.watch.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
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
    private final Map<String, Integer> places = new HashMap<>();

    /** Many threads end in windows over the same contributions. */
    private final Map<BitSet, Standing> standings = new HashMap<>();

    /** As all windows here: the places of what is in it. */
    private BitSet best = new BitSet();

    private Standing standing = Standing.NONE;

    /**
     * @param all with {@code latest} among them
     */
    Windows(Rule rule, List<Contribution> all, Contribution latest) {
        this.rule = rule;
        this.all = all;
        this.latest = latest;
        this.span = rule.scope().span();
        for (int i = 0; i < all.size(); i++) {
            places.put(all.get(i).article(), i);
        }
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
        return placesOf(thread).anyMatch(at -> best.get(at) && all.get(at) != latest);
    }

    /** Whether something of that thread was told within the span of the latest contribution. */
    boolean isNear(ThreadState thread) {
        return placesOf(thread).anyMatch(at -> isWithinReach(all.get(at)));
    }

    /**
     * How the rule stands in that thread: in the best of the windows that end in it, or where that
     * changes nothing for the thread in any that is good enough.
     */
    Standing standingOf(ThreadState thread) {
        int[] own = placesOf(thread).sorted().toArray();
        Standing most = Standing.NONE;
        for (int end : own) {
            Standing found = standingIn(windowSince(all.get(end).at(), own));
            most = found.count() > most.count() ? found : most;
            if (thread.stands() && most.isEnoughFor(rule)) {
                return most;
            }
        }
        return most;
    }

    private IntStream placesOf(ThreadState thread) {
        return thread.articles().stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue);
    }

    /**
     * What answered at that time, with what came later and yet within the span of all of it: a
     * denial or what was asked not to be there takes back an answer that it finds standing.
     */
    private BitSet windowSince(Instant end, int[] own) {
        Instant start = end.minus(span);
        Instant first = end;
        for (int place : own) {
            Instant at = all.get(place).at();
            first = at.isBefore(first) && !at.isBefore(start) ? at : first;
        }
        return between(start, first.plus(span));
    }

    private boolean isWithinReach(Contribution one) {
        return Duration.between(one.at(), latest.at()).abs().compareTo(span) <= 0;
    }

    /**
     * Of the windows that hold the latest contribution, the one of most origins; of several the
     * last. Of a late contribution there are as many as were told since, most of them for nothing.
     */
    private void findBestWindow() {
        Instant last = latest.at().plus(span);
        List<Instant> ends =
                all.stream()
                        .map(Contribution::at)
                        .filter(end -> !end.isBefore(latest.at()) && !end.isAfter(last))
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        for (Instant end : ends) {
            BitSet window = between(end.minus(span), end);
            if (mostOriginsIn(window) > standing.count()) {
                Standing found = standingIn(window);
                if (found.count() > standing.count()) {
                    best = window;
                    standing = found;
                }
            }
        }
    }

    /** As many as there are where nothing is denied. */
    private long mostOriginsIn(BitSet window) {
        return window.stream()
                .mapToObj(all::get)
                .filter(one -> one.counts() && one.affirms())
                .map(Contribution::origin)
                .distinct()
                .count();
    }

    /** What was told then, both included. */
    private BitSet between(Instant start, Instant end) {
        var window = new BitSet(all.size());
        for (int i = 0; i < all.size(); i++) {
            Instant at = all.get(i).at();
            window.set(i, !at.isBefore(start) && !at.isAfter(end));
        }
        return window;
    }

    private Standing standingIn(BitSet window) {
        return standings.computeIfAbsent(
                window,
                in -> {
                    List<Contribution> told = in.stream().mapToObj(all::get).toList();
                    return rule.mayHold(heardIn(told)) ? Standing.of(rule, told) : Standing.NONE;
                });
    }

    private static BitSet heardIn(List<Contribution> told) {
        var heard = new BitSet();
        for (Contribution one : told) {
            if (one.counts()) {
                one.clauses().forEach(heard::set);
            }
        }
        return heard;
    }
}
