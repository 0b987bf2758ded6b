package org.tocsin.core.watch.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.hush.Mutes;

/**
 * Decides rules over a span of time. A window is all that was told from its span before some
 * contribution until that contribution, both included; so late articles count where they belong.
 *
 * <p>A window's thread belongs to the story of the article that completed it. What comes later into
 * an answered window joins that thread instead of beginning another, unless its own story has one
 * or it answers all alone and only one origin is asked.
 */
public final class WindowWatcher {

    private final WindowMemory memory;
    private final Mutes mutes;
    private final Spikes spikes;

    public WindowWatcher(WindowMemory memory, Mutes mutes) {
        this.memory = memory;
        this.mutes = mutes;
        this.spikes = new Spikes(memory, mutes);
    }

    /** What came of one hit. */
    public record Result(List<Alert> alerts, StoryWatcher.Seen seen) {}

    /** The rule of the hit's watchlist as it is in force now; null when it no longer is. */
    public Result tell(WindowHit hit, Rule rule) {
        if (rule == null || !rule.question().equals(hit.question())) {
            if (rule == null) {
                memory.remove(hit.watchlist());
                memory.forgetQuiet(hit.watchlist());
                memory.forgetFrequency(hit.watchlist());
            }
            return new Result(List.of(), null);
        }
        WindowTrack track = trackOf(rule);
        return rule.rate() == null ? tell(hit, rule, track) : spike(hit, rule, track);
    }

    private Result spike(WindowHit hit, Rule rule, WindowTrack track) {
        Result result = spikes.tell(hit, rule, track);
        List<ThreadState> threads = memory.track(rule.id()).threads();
        watchForQuiet(rule, threads, hit.contribution().at());
        watchForDue(rule.id(), threads);
        return result;
    }

    private Result tell(WindowHit hit, Rule rule, WindowTrack track) {
        var known = new Contributions(track.contributions());
        Contribution revised = known.revisedBy(hit.teller()).orElse(null);
        Contribution latest =
                revised == null ? hit.contribution() : hit.contribution().revising(revised);
        var contributions = new Contributions(recent(rule, known.with(latest, revised).list()));
        var turning = new Turning(rule, mutes, hit.teller(), latest, revised, contributions.list());
        var threads = new ArrayList<ThreadState>();
        var alerts = new ArrayList<Alert>();
        Outcome outcome = turning.turn(track.threads(), threads, alerts);
        memory.put(new WindowTrack(rule.id(), rule.question(), contributions.list(), threads));
        watchForQuiet(rule, threads, latest.at());
        watchForDue(rule.id(), threads);
        return new Result(
                alerts, new StoryWatcher.Seen(null, outcome, latest, turning.bestStanding()));
    }

    /** Ends the threads that have been quiet until now. */
    public List<Alert> tick(Teller teller, Rules rules) {
        var alerts = new ArrayList<Alert>();
        spikes.listen(rules.rated(), teller.at());
        release(teller, rules::byId, alerts);
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
                    alerts.add(AlertWriter.expired(rule, thread, teller, track.contributions()));
                }
            }
            memory.put(new WindowTrack(watchlist, track.question(), track.contributions(), living));
            watchForQuiet(rule, living, null);
        }
        return alerts;
    }

    /** Rings what quiet hours held back that are over now. */
    private void release(Teller teller, Function<String, Rule> rules, List<Alert> alerts) {
        for (String watchlist : memory.due().quietSince(teller.at())) {
            memory.due().forgetQuiet(watchlist);
            WindowTrack track = memory.track(watchlist);
            Rule rule = rules.apply(watchlist);
            if (track == null || rule == null) {
                continue;
            }
            var threads = new ArrayList<ThreadState>();
            for (ThreadState thread : track.threads()) {
                boolean due =
                        thread.heldUntil() != null && !thread.heldUntil().isAfter(teller.at());
                Outcome outcome = due ? ThreadLife.release(rule, thread, teller, mutes) : null;
                threads.add(due ? outcome.thread() : thread);
                if (due && outcome.rang() != null) {
                    alerts.add(AlertWriter.write(rule, outcome, teller, track.contributions()));
                }
            }
            memory.put(
                    new WindowTrack(watchlist, track.question(), track.contributions(), threads));
            watchForDue(watchlist, threads);
        }
    }

    private void watchForDue(String watchlist, List<ThreadState> threads) {
        threads.stream()
                .map(ThreadState::heldUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(due -> memory.due().toldAtLatest(watchlist, due));
    }

    private WindowTrack trackOf(Rule rule) {
        WindowTrack track = memory.track(rule.id());
        if (track == null) {
            return WindowTrack.empty(rule.id(), rule.question());
        }
        // What only watched has told nobody, and what rang is no part of what only watches.
        boolean watching = rule.watchlist().isWatching();
        List<ThreadState> threads =
                track.threads().stream().filter(one -> one.watching() == watching).toList();
        boolean asksTheSame = track.question().equals(rule.question());
        List<Contribution> heard = asksTheSame ? track.contributions() : List.of();
        return new WindowTrack(rule.id(), rule.question(), heard, threads);
    }

    /** Late articles are waited for as long as threads live. */
    private static List<Contribution> recent(Rule rule, List<Contribution> contributions) {
        Instant newest =
                contributions.stream()
                        .map(Contribution::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        Instant oldest = newest.minus(rule.scope().span()).minus(StoryWatcher.QUIET);
        return contributions.stream().filter(one -> !one.at().isBefore(oldest)).toList();
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

    /** One hit against all threads of its rule. */
    private static final class Turning {

        private final Rule rule;
        private final Mutes mutes;
        private final Teller teller;
        private final Contribution latest;
        private final Contribution revised;
        private final List<Contribution> all;
        private final Duration span;
        private List<Contribution> best = List.of();
        private Standing standing = Standing.NONE;

        Turning(
                Rule rule,
                Mutes mutes,
                Teller teller,
                Contribution latest,
                Contribution revised,
                List<Contribution> all) {
            this.rule = rule;
            this.mutes = mutes;
            this.teller = teller;
            this.latest = latest;
            this.revised = revised;
            this.all = all;
            this.span = rule.scope().span();
        }

        Standing bestStanding() {
            return standing;
        }

        Outcome turn(List<ThreadState> before, List<ThreadState> after, List<Alert> alerts) {
            findBestWindow();
            boolean joins = latest.affirms() && latest.counts() && standing.isEnoughFor(rule);
            ThreadState joined = joins ? threadToJoin(before) : null;
            Outcome own = Outcome.silent(null, Outcome.Reason.TOO_FEW_ORIGINS);
            for (ThreadState thread : before) {
                boolean isJoined = thread == joined;
                Outcome outcome =
                        isJoined
                                ? next(thread, true, standing)
                                : mayTakeAway() && isNear(thread) ? shaken(thread) : null;
                after.add(outcome == null ? thread : outcome.thread());
                own = outcome == null ? own : outcome;
                write(outcome, alerts);
            }
            if (joined == null && standing.isEnoughFor(rule) && (joins || isNewlyOpen(before))) {
                own = next(null, joins, standing);
                after.add(own.thread());
                write(own, alerts);
            }
            return own;
        }

        /** Only these can leave a thread that it does not join with less than it had. */
        private boolean mayTakeAway() {
            return revised != null
                    || !latest.denied().isEmpty()
                    || latest.clauses().stream().anyMatch(clause -> !rule.asksFor(clause));
        }

        private boolean isNear(ThreadState thread) {
            return all.stream()
                            .filter(one -> thread.articles().contains(one.article()))
                            .anyMatch(this::isWithinReach)
                    || (revised != null && thread.articles().contains(revised.article()));
        }

        private boolean isWithinReach(Contribution one) {
            return Duration.between(one.at(), latest.at()).abs().compareTo(span) <= 0;
        }

        private Outcome shaken(ThreadState thread) {
            Standing now = standingOf(thread);
            return now.isEnoughFor(rule) == thread.stands() ? null : next(thread, false, now);
        }

        private Outcome next(ThreadState thread, boolean joins, Standing now) {
            return ThreadLife.next(
                    rule, thread, new Turn(teller, latest, revised, joins, now, mutes));
        }

        private void write(Outcome outcome, List<Alert> alerts) {
            if (outcome != null && outcome.rang() != null) {
                alerts.add(AlertWriter.write(rule, outcome, teller, all));
            }
        }

        /** Of the windows that hold the latest contribution, the one of most origins. */
        private void findBestWindow() {
            for (Contribution end : all) {
                boolean holdsLatest =
                        !end.at().isBefore(latest.at())
                                && !end.at().isAfter(latest.at().plus(span));
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

        private List<Contribution> windowUntil(Instant end) {
            Instant start = end.minus(span);
            return all.stream()
                    .filter(one -> !one.at().isBefore(start) && !one.at().isAfter(end))
                    .toList();
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
                            .filter(this::sharesTheWindow)
                            .max(Comparator.comparing(ThreadState::rung))
                            .orElse(null);
        }

        private boolean sharesTheWindow(ThreadState thread) {
            return best.stream()
                    .anyMatch(one -> one != latest && thread.articles().contains(one.article()));
        }

        /** A window may also begin to answer by what a revision took away. */
        private boolean isNewlyOpen(List<ThreadState> threads) {
            return !latest.affirms() && threads.stream().noneMatch(this::sharesTheWindow);
        }

        private Standing standingOf(ThreadState thread) {
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
    }
}
