package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.core.watch.rate.Frequency;
import org.tocsin.core.watch.rate.Pace;

/**
 * Decides rules that ask whether something is told of more often than usual. Every telling counts
 * that answers alone, but for copies, revisions and backlog, which are nothing that anybody newly
 * tells.
 *
 * <p>A spike is one thread, whatever stories it is made of. It is neither corrected nor renewed by
 * facts: each telling of it has others. It is over when the rate was not reached for its whole
 * span.
 */
final class Spikes {

    /** Tellings that a spike remembers: a state that is written with each of them stays small. */
    private static final int MOST = 100;

    private final WindowMemory memory;
    private final Mutes mutes;

    /** By watchlist what it counts. */
    private Map<String, String> listening = new HashMap<>();

    Spikes(WindowMemory memory, Mutes mutes) {
        this.memory = memory;
        this.mutes = mutes;
    }

    /** All that ask for a rate listen from now on, if they do not yet; others are forgotten. */
    void listen(Collection<Rule> rated, Instant at) {
        var now = new HashMap<String, String>();
        for (Rule rule : rated) {
            now.put(rule.id(), measured(rule));
            // A minute is told often, and the memory asked seldom.
            if (!measured(rule).equals(listening.get(rule.id()))) {
                listen(rule, at);
            }
        }
        listening.keySet().removeAll(now.keySet());
        listening.keySet().forEach(memory::forgetFrequency);
        listening = now;
    }

    private void listen(Rule rule, Instant at) {
        if (frequencyOf(rule) == null) {
            memory.put(Frequency.begun(rule.id(), measured(rule), at));
        }
    }

    /** Null where nothing was heard of what it asks now. */
    private Frequency frequencyOf(Rule rule) {
        Frequency known = memory.frequency(rule.id());
        return known == null || !known.question().equals(measured(rule)) ? null : known;
    }

    private static String measured(Rule rule) {
        return rule.question() + " " + rule.rate().measure();
    }

    /** What came of one hit; the track as it is afterwards is given to the memory. */
    WindowWatcher.Result tell(WindowHit hit, Rule rule, WindowTrack track) {
        Contribution latest = hit.contribution().asCounted();
        listen(rule, latest.at());
        Frequency frequency = frequencyOf(rule).plus(rule.rate(), latest.at());
        memory.put(frequency);
        Instant begin = frequency.newest().minus(rule.rate().span());
        List<Contribution> heard = recent(track.contributions(), latest, begin);
        Pace pace = frequency.pace(rule.rate());
        Standing standing = Standing.of(rule, heard).at(pace);
        ThreadState thread = track.threads().isEmpty() ? null : track.threads().get(0);
        Outcome outcome =
                standing.isEnoughFor(rule) && latest.at().isAfter(begin)
                        ? next(rule, thread, hit.teller(), latest, standing)
                        : Outcome.silent(thread, whyNot(pace));
        List<ThreadState> threads =
                outcome.thread() == null ? List.of() : List.of(outcome.thread().trimmed(MOST));
        memory.put(new WindowTrack(rule.id(), rule.question(), heard, threads));
        Rings rings = Rings.none();
        outcome.kind()
                .ifPresent(
                        kind ->
                                rings.add(
                                        outcome.thread(),
                                        AlertWriter.write(rule, outcome, hit.teller(), heard)));
        return new WindowWatcher.Result(
                rings, new StoryWatcher.Seen(null, outcome, latest, standing));
    }

    private static List<Contribution> recent(
            List<Contribution> known, Contribution latest, Instant begin) {
        var heard = new ArrayList<>(new Contributions(known).with(latest, null).list());
        heard.removeIf(one -> !one.at().isAfter(begin));
        int over = Math.max(0, heard.size() - MOST);
        return new Contributions(heard.subList(over, heard.size())).lightened().list();
    }

    private Outcome next(
            Rule rule, ThreadState thread, Teller teller, Contribution latest, Standing standing) {
        Teller counting = teller.saying(headline(rule, standing.pace(), teller.headline()));
        return ThreadLife.next(
                rule, thread, new Turn(counting, latest, null, true, standing, mutes));
    }

    private static Outcome.Reason whyNot(Pace pace) {
        if (!pace.known()) {
            return Outcome.Reason.LEARNING;
        }
        return pace.isReached() ? Outcome.Reason.TOO_FEW_ORIGINS : Outcome.Reason.NO_SPIKE;
    }

    private static String headline(Rule rule, Pace pace, String headline) {
        return "%d in %s, usually %s: %s"
                .formatted(pace.count(), rule.rate().span(), pace.usual(), headline);
    }
}
