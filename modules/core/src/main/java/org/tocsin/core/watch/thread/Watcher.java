package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.core.watch.query.Reading;

/**
 * Takes tellings in order and gives the alerts that they ring, all in one place. Tellings of
 * several partitions are told apart as in the stream: to a story the time is told by its own
 * partition.
 */
public final class Watcher {

    private final Map<Integer, StoryWatcher> stories = new HashMap<>();
    private final WatchlistWatcher watchlists;
    private final Mutes mutes;
    private Rules rules;

    private Watcher(Rules rules, WatchlistWatcher watchlists, Mutes mutes) {
        this.rules = rules;
        this.watchlists = watchlists;
        this.mutes = mutes;
    }

    /** A watcher that forgets everything at its end, with nothing muted. */
    public static Watcher inMemory(Rules rules) {
        return inMemory(rules, new Mutes());
    }

    public static Watcher inMemory(Rules rules, Mutes mutes) {
        var watchlists = new WatchlistWatcher(new InMemoryWindows(), new InMemoryBudgets(), mutes);
        return new Watcher(rules, watchlists, mutes);
    }

    /** These rules from the next telling on. */
    public void replace(Rules next) {
        rules = next;
    }

    public List<Alert> tell(TaggedTelling tagged) {
        return rang(decide(0, tagged));
    }

    /** The same of a telling of that partition, with what the rules that were asked made of it. */
    public Told tell(int partition, TaggedTelling tagged) {
        StoryWatcher.Result decided = decide(partition, tagged);
        var answers = new ArrayList<Answer>();
        decided.seen()
                .forEach(
                        (watchlist, seen) -> {
                            if (seen != null) {
                                answers.add(Answer.of(watchlist, seen));
                            }
                        });
        return new Told(rang(decided), answers);
    }

    /** What a telling rang, and what each rule made of it to which it says anything. */
    public record Told(List<Alert> alerts, List<Answer> answers) {}

    /**
     * @param affirms whether the telling answers, alone or with others
     * @param held whether something would have rung, but for a mute, quiet hours or a budget
     */
    public record Answer(String watchlist, boolean affirms, boolean held) {

        private static final Set<Outcome.Reason> HOLDS =
                Set.of(Outcome.Reason.MUTED, Outcome.Reason.QUIET_HOURS, Outcome.Reason.BUDGET);

        private static Answer of(String watchlist, StoryWatcher.Seen seen) {
            boolean held = seen.outcome().rang() == null && HOLDS.contains(seen.outcome().reason());
            return new Answer(watchlist, seen.contribution().affirms(), held);
        }
    }

    /** The alerts, and for every rule why it rang or did not. */
    public Explained explain(TaggedTelling tagged) {
        StoryWatcher.Result decided = decide(0, tagged);
        Reading reading = Reading.of(tagged);
        var explanations = new ArrayList<Explanation>();
        for (Rule rule : rules.all()) {
            explanations.add(Explanation.of(rule, tagged, reading, decided.seen().get(rule.id())));
        }
        return new Explained(rang(decided), explanations);
    }

    /** What a telling rang and why. */
    public record Explained(List<Alert> alerts, List<Explanation> explanations) {}

    private static List<Alert> rang(StoryWatcher.Result decided) {
        return List.copyOf(decided.rings().live());
    }

    private StoryWatcher.Result decide(int partition, TaggedTelling tagged) {
        StoryWatcher.Result result =
                stories.computeIfAbsent(
                                partition, p -> new StoryWatcher(new InMemoryStories(), mutes))
                        .tell(tagged, rules);
        Teller teller = Teller.of(tagged.telling());
        Rings ringing = Rings.none();
        ringing.watched().addAll(result.rings().watched());
        var rationed = new ArrayList<Alert>();
        for (Alert alert : result.rings().live()) {
            boolean passes = WatchlistWatcher.rations(rules.byId(alert.watchlist()));
            (passes ? rationed : ringing.live()).add(alert);
        }
        for (Alert alert : rationed) {
            Rings passed = watchlists.take(WindowHit.of(alert, teller), rules);
            ringing.addAll(passed);
            sayIfHeld(alert, passed.live(), result.seen());
        }
        if (result.tick()) {
            ringing.addAll(watchlists.take(WindowHit.tick(tagged.telling()), rules));
        }
        for (WindowHit hit : result.hits()) {
            WindowWatcher.Result found = watchlists.decide(hit, rules);
            ringing.addAll(found.rings());
            result.seen().put(hit.watchlist(), found.seen());
        }
        return new StoryWatcher.Result(ringing, List.of(), false, result.seen());
    }

    /** The budget has the last word. */
    private static void sayIfHeld(
            Alert alert, List<Alert> passed, Map<String, StoryWatcher.Seen> seen) {
        boolean held = passed.stream().noneMatch(one -> one.thread().equals(alert.thread()));
        StoryWatcher.Seen known = seen.get(alert.watchlist());
        if (held && known != null && known.outcome().rang() == alert.kind()) {
            seen.put(alert.watchlist(), known.silencedBy(Outcome.Reason.BUDGET));
        }
    }
}
