package org.tocsin.core.watch.thread;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Match;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Scope;
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.core.watch.index.Asking;
import org.tocsin.core.watch.query.Reading;

/**
 * Decides all rules that one story can answer, and hands on what it brings to the others. Must see
 * the tellings of a story in order; the others matter to it only as the time they tell.
 */
public final class StoryWatcher {

    /** A thread ends this long after the last telling of its story. */
    public static final Duration QUIET = Duration.ofHours(72);

    private final StoryMemory memory;
    private final Asking asking = new Asking();
    private final Mutes mutes;

    public StoryWatcher(StoryMemory memory, Mutes mutes) {
        this.memory = memory;
        this.mutes = mutes;
    }

    /**
     * What came of one telling.
     *
     * @param hits for rules over a span of time
     * @param tick whether those rules should be told the time (about once a minute of it)
     * @param seen what each rule that was asked made of it, by watchlist id
     */
    public record Result(Rings rings, List<WindowHit> hits, boolean tick, Map<String, Seen> seen) {}

    /** How a rule saw a telling: for explanations. */
    record Seen(Match match, Outcome outcome, Contribution contribution, Standing standing) {

        Seen silencedBy(Outcome.Reason reason) {
            return new Seen(
                    match, Outcome.silent(outcome.thread(), reason), contribution, standing);
        }
    }

    public Result tell(TaggedTelling tagged, Rules rules) {
        Telling telling = tagged.telling();
        var result = new Result(Rings.none(), new ArrayList<>(), false, new LinkedHashMap<>());
        if (telling.verdict().verdict() == Verdict.Kind.REPEAT) {
            return result;
        }
        Teller teller = Teller.of(telling);
        if (!telling.backlog()) {
            release(teller, rules, result.rings());
            expire(teller, rules, result.rings());
        }
        Reading reading = Reading.of(tagged);
        askAll(rules, reading, telling, teller, result);
        return new Result(
                result.rings(), result.hits(), isTick(rules, telling, teller), result.seen());
    }

    private void askAll(
            Rules rules, Reading reading, Telling telling, Teller teller, Result result) {
        Instant last = memory.lastTold(teller.story());
        Map<String, Track> tracks = new TreeMap<>();
        if (last != null) {
            memory.tracks(teller.story()).forEach(track -> tracks.put(track.watchlist(), track));
        }
        var asked = new TreeMap<String, Rule>();
        rules.answeredBy(reading, asking).forEach(rule -> asked.put(rule.id(), rule));
        for (String watchlist : tracks.keySet()) {
            Rule rule = rules.byId(watchlist);
            if (rule == null) {
                memory.remove(teller.story(), watchlist);
            } else {
                asked.put(watchlist, rule);
            }
        }
        var facts = new Facts(reading);
        boolean kept = false;
        for (Rule rule : asked.values()) {
            Match match = rule.match(reading);
            Contribution contribution = Contribution.of(rule, telling, facts, match);
            Track track = heardBy(rule, tracks.get(rule.id()), teller, result.rings());
            if (rule.rate() != null) {
                count(rule, teller, match, contribution, result);
                continue;
            }
            kept |=
                    rule.scope().kind() == Scope.Kind.WINDOW
                            ? handOn(
                                    rule,
                                    track,
                                    tracks.containsValue(track),
                                    WindowHit.of(rule, teller, contribution),
                                    result)
                            : ask(rule, track, teller, match, contribution, result);
        }
        boolean later = last == null || (!telling.backlog() && teller.at().isAfter(last));
        if (kept && later) {
            memory.told(teller.story(), teller.at());
        }
    }

    /**
     * A rule that asks another question than before has heard nothing yet, but keeps its thread.
     */
    private Track heardBy(Rule rule, Track known, Teller teller, Rings rings) {
        if (known == null) {
            return Track.empty(rule.id(), teller.story(), rule.question());
        }
        Track track = known;
        ThreadState thread = known.thread();
        // What only watched has told nobody, and what rang is no part of what only watches.
        if (thread != null && !thread.isOf(rule)) {
            if (thread.hasRung()) {
                rings.add(thread, AlertWriter.expired(rule, thread, teller, known.contributions()));
            }
            thread = null;
            track = known.with(null);
            memory.put(track);
        }
        if (track.question().equals(rule.question())) {
            return track;
        }
        ThreadState anew = thread == null ? null : thread.standing(thread.stands(), 0);
        return Track.empty(rule.id(), teller.story(), rule.question()).with(anew);
    }

    private boolean ask(
            Rule rule,
            Track track,
            Teller teller,
            Match match,
            Contribution latest,
            Result result) {
        var known = new Contributions(track.contributions());
        Contribution revised = known.revisedBy(teller).orElse(null);
        boolean running = track.thread() != null || !track.contributions().isEmpty();
        boolean says =
                rule.scope().isOneArticle() && !running ? latest.affirms() : !latest.isEmpty(rule);
        if (revised == null && !says) {
            Outcome silent = Outcome.silent(track.thread(), Outcome.Reason.NOT_ANSWERED);
            result.seen().put(rule.id(), new Seen(match, silent, latest, Standing.NONE));
            return running;
        }
        Contribution contribution = revised == null ? latest : latest.revising(revised);
        Contributions all = known.with(contribution, revised);
        var kept = new Contributions(Recollection.of(all.list()));
        Contributions now = rule.scope().isOneArticle() ? kept.lightened() : kept;
        Standing standing = Standing.of(rule, now.list());
        boolean joins = contribution.affirms() && contribution.counts();
        Outcome outcome =
                ThreadLife.next(
                        rule,
                        track.thread(),
                        new Turn(teller, contribution, revised, joins, standing, mutes));
        memory.put(
                new Track(
                        rule.id(), teller.story(), rule.question(), now.list(), outcome.thread()));
        if (outcome.thread() != null && outcome.thread().heldUntil() != null) {
            memory.due().toldAtLatest(teller.story(), outcome.thread().heldUntil());
        }
        outcome.kind()
                .ifPresent(
                        kind ->
                                result.rings()
                                        .add(
                                                outcome.thread(),
                                                AlertWriter.write(
                                                        rule, outcome, teller, now.list())));
        result.seen().put(rule.id(), new Seen(match, outcome, contribution, standing));
        return true;
    }

    /** Neither copies nor revisions are told anew; what the story says later changes no count. */
    private static void count(
            Rule rule, Teller teller, Match match, Contribution latest, Result result) {
        boolean counts = latest.affirms() && latest.counts() && teller.kind() == Verdict.Kind.NEW;
        if (counts) {
            result.hits().add(WindowHit.of(rule, teller, latest));
            return;
        }
        Outcome.Reason why =
                latest.affirms() ? Outcome.Reason.NOTHING_NEW : Outcome.Reason.NOT_ANSWERED;
        result.seen()
                .put(rule.id(), new Seen(match, Outcome.silent(null, why), latest, Standing.NONE));
    }

    private boolean handOn(Rule rule, Track track, boolean known, WindowHit hit, Result result) {
        boolean isRevision = hit.teller().kind() == Verdict.Kind.REVISION;
        if (hit.contribution().isEmpty(rule) && !(known && isRevision)) {
            return known;
        }
        if (!known) {
            memory.put(track);
        }
        result.hits().add(hit);
        return true;
    }

    /** Rings what quiet hours held back that are over now. */
    private void release(Teller teller, Rules rules, Rings rings) {
        for (String story : memory.due().quietSince(teller.at())) {
            memory.due().forgetQuiet(story);
            for (Track track : memory.tracks(story)) {
                Rule rule = rules.byId(track.watchlist());
                ThreadState thread = track.thread();
                if (rule == null || thread == null || !thread.isDueFor(rule)) {
                    continue;
                }
                ThreadState after = thread;
                if (!thread.heldUntil().isAfter(teller.at())) {
                    Outcome outcome = ThreadLife.release(rule, thread, teller, mutes);
                    after = outcome.thread();
                    memory.put(track.with(after));
                    if (outcome.rang() != null) {
                        rings.add(
                                after,
                                AlertWriter.write(rule, outcome, teller, track.contributions()));
                    }
                }
                if (after.heldUntil() != null) {
                    memory.due().toldAtLatest(story, after.heldUntil());
                }
            }
        }
    }

    private void expire(Teller teller, Rules rules, Rings rings) {
        for (String story : memory.quietSince(teller.at().minus(QUIET))) {
            for (Track track : memory.tracks(story)) {
                Rule rule = rules.byId(track.watchlist());
                if (rule != null && track.thread() != null && track.thread().isTold()) {
                    rings.add(
                            track.thread(),
                            AlertWriter.expired(
                                    rule, track.thread(), teller, track.contributions()));
                }
                memory.remove(story, track.watchlist());
            }
            memory.forgetQuiet(story);
        }
    }

    /** Once a minute of event time is enough for threads that end after days. */
    private boolean isTick(Rules rules, Telling telling, Teller teller) {
        if (telling.backlog() || !rules.needTheTime()) {
            return false;
        }
        Instant minute = teller.at().truncatedTo(ChronoUnit.MINUTES);
        Instant last = memory.lastTick();
        if (last != null && !minute.isAfter(last)) {
            return false;
        }
        memory.ticked(minute);
        return true;
    }
}
