package org.tocsin.core.watch.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.hush.Mutes;

/** What the time alone decides of rules over a span: threads end, and what was held back rings. */
final class WindowEnds {

    /** A rule over a span of time has one for each story that it is about. */
    static final int MOST_THREADS = 100;

    private final WindowMemory memory;
    private final Mutes mutes;

    WindowEnds(WindowMemory memory, Mutes mutes) {
        this.memory = memory;
        this.mutes = mutes;
    }

    /** Looks after these threads of the rule, of which something was told at that time. */
    void watch(Rule rule, List<ThreadState> threads, Instant at) {
        watchForQuiet(rule, threads, at);
        watchForDue(rule.id(), threads);
    }

    /** Ends those that have been quiet for longest where there are more than anybody follows. */
    void crowdOut(
            Rule rule,
            List<ThreadState> threads,
            Teller teller,
            List<Contribution> contributions,
            Rings rings) {
        while (threads.size() > MOST_THREADS) {
            ThreadState quietest =
                    Collections.min(threads, Comparator.comparing(ThreadState::lastTold));
            threads.remove(quietest);
            if (quietest.isTold()) {
                rings.add(quietest, AlertWriter.expired(rule, quietest, teller, contributions));
            }
        }
    }

    /** Ends the threads that have been quiet until now. */
    public Rings tick(Teller teller, Rules rules) {
        Rings rings = Rings.none();
        release(teller, rules::byId, rings);
        Instant point = teller.at().minus(StoryWatcher.QUIET);
        for (String watchlist : memory.quietSince(point)) {
            WindowTrack track = memory.track(watchlist);
            Rule rule = rules.byId(watchlist);
            if (track == null || rule == null) {
                memory.remove(watchlist);
                memory.forgetQuiet(watchlist);
                continue;
            }
            var living = new ArrayList<ThreadState>();
            for (ThreadState thread : track.threads()) {
                if (thread.lastTold().isAfter(teller.at().minus(patience(rule)))) {
                    living.add(thread);
                } else if (thread.isTold()) {
                    rings.add(
                            thread,
                            AlertWriter.expired(rule, thread, teller, track.contributions()));
                }
            }
            memory.put(new WindowTrack(watchlist, track.question(), track.contributions(), living));
            watchForQuiet(rule, living, null);
        }
        return rings;
    }

    /** Rings what quiet hours held back that are over now. */
    private void release(Teller teller, Function<String, Rule> rules, Rings rings) {
        for (String watchlist : memory.due().quietSince(teller.at())) {
            memory.due().forgetQuiet(watchlist);
            WindowTrack track = memory.track(watchlist);
            Rule rule = rules.apply(watchlist);
            if (track == null || rule == null) {
                continue;
            }
            var threads = new ArrayList<ThreadState>();
            for (ThreadState thread : track.threads()) {
                boolean due = thread.isDueFor(rule) && !thread.heldUntil().isAfter(teller.at());
                Outcome outcome = due ? ThreadLife.release(rule, thread, teller, mutes) : null;
                threads.add(due ? outcome.thread() : thread);
                if (due && outcome.rang() != null) {
                    rings.add(
                            outcome.thread(),
                            AlertWriter.write(rule, outcome, teller, track.contributions()));
                }
            }
            memory.put(
                    new WindowTrack(watchlist, track.question(), track.contributions(), threads));
            watchForDue(watchlist, threads.stream().filter(it -> it.isDueFor(rule)).toList());
        }
    }

    private void watchForDue(String watchlist, List<ThreadState> threads) {
        threads.stream()
                .map(ThreadState::heldUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(due -> memory.due().toldAtLatest(watchlist, due));
    }

    /** How long a thread of the rule lives after what it was last told. */
    private static Duration patience(Rule rule) {
        return rule.rate() == null ? StoryWatcher.QUIET : rule.rate().span();
    }

    private void watchForQuiet(Rule rule, List<ThreadState> threads, Instant otherwise) {
        Optional<Instant> oldest =
                threads.stream().map(ThreadState::lastTold).min(Comparator.naturalOrder());
        if (oldest.isPresent()) {
            // All are looked for at one point, whatever their patience.
            Instant told = oldest.get().plus(patience(rule)).minus(StoryWatcher.QUIET);
            memory.told(rule.id(), told);
        } else if (otherwise == null) {
            memory.forgetQuiet(rule.id());
        }
    }
}
