package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private final WindowEnds ends;

    public WindowWatcher(WindowMemory memory, Mutes mutes) {
        this.memory = memory;
        this.mutes = mutes;
        this.spikes = new Spikes(memory, mutes);
        this.ends = new WindowEnds(memory, mutes);
    }

    /** What came of one hit. */
    public record Result(Rings rings, StoryWatcher.Seen seen) {}

    /** The rule of the hit's watchlist as it is in force now; null when it no longer is. */
    public Result tell(WindowHit hit, Rule rule) {
        if (rule == null || !rule.question().equals(hit.question())) {
            if (rule == null) {
                memory.remove(hit.watchlist());
                memory.forgetQuiet(hit.watchlist());
                memory.forgetFrequency(hit.watchlist());
            }
            return new Result(Rings.none(), null);
        }
        Rings rings = Rings.none();
        WindowTrack track = trackOf(rule, hit.teller(), rings);
        Result found = rule.rate() == null ? tell(hit, rule, track) : spike(hit, rule, track);
        rings.addAll(found.rings());
        return new Result(rings, found.seen());
    }

    private Result spike(WindowHit hit, Rule rule, WindowTrack track) {
        Result result = spikes.tell(hit, rule, track);
        ends.watch(rule, memory.track(rule.id()).threads(), hit.contribution().at());
        return result;
    }

    private Result tell(WindowHit hit, Rule rule, WindowTrack track) {
        var known = new Contributions(track.contributions());
        Contribution revised = known.revisedBy(hit.teller()).orElse(null);
        Contribution latest =
                revised == null ? hit.contribution() : hit.contribution().revising(revised);
        List<Contribution> heard = known.with(latest, revised).list();
        List<Contribution> contributions = Recollection.of(recent(rule, heard));
        var windows = new Windows(rule, contributions, latest);
        var threads = new ArrayList<ThreadState>();
        Rings rings = Rings.none();
        Outcome outcome =
                new WindowTurn(windows, revised, hit.teller(), mutes)
                        .turn(track.threads(), threads, rings);
        ends.crowdOut(rule, threads, hit.teller(), contributions, rings);
        memory.put(new WindowTrack(rule.id(), rule.question(), contributions, threads));
        ends.watch(rule, threads, latest.at());
        return new Result(rings, new StoryWatcher.Seen(null, outcome, latest, windows.standing()));
    }

    /** Ends the threads that have been quiet until now. */
    public Rings tick(Teller teller, Rules rules) {
        spikes.listen(rules.rated(), teller.at());
        return ends.tick(teller, rules);
    }

    /** With the threads that are over now that its watchlist has become live, or no longer is. */
    private WindowTrack trackOf(Rule rule, Teller teller, Rings rings) {
        WindowTrack track = memory.track(rule.id());
        if (track == null) {
            return WindowTrack.empty(rule.id(), rule.question());
        }
        // What only watched has told nobody, and what rang is no part of what only watches.
        List<ThreadState> threads = track.threads().stream().filter(one -> one.isOf(rule)).toList();
        for (ThreadState thread : track.threads()) {
            if (!thread.isOf(rule) && thread.hasRung()) {
                rings.add(thread, AlertWriter.expired(rule, thread, teller, track.contributions()));
            }
        }
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
}
