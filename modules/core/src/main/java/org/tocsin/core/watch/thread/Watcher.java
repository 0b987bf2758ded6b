package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.core.watch.query.Reading;

/** Takes tellings in order and gives the alerts that they ring, all in one place. */
public final class Watcher {

    private final StoryWatcher stories;
    private final WatchlistWatcher watchlists;
    private Rules rules;

    private Watcher(Rules rules, StoryWatcher stories, WatchlistWatcher watchlists) {
        this.rules = rules;
        this.stories = stories;
        this.watchlists = watchlists;
    }

    /** A watcher that forgets everything at its end, with nothing muted. */
    public static Watcher inMemory(Rules rules) {
        return inMemory(rules, new Mutes());
    }

    public static Watcher inMemory(Rules rules, Mutes mutes) {
        return new Watcher(
                rules,
                new StoryWatcher(new InMemoryStories(), mutes),
                new WatchlistWatcher(new InMemoryWindows(), new InMemoryBudgets(), mutes));
    }

    /** These rules from the next telling on. */
    public void replace(Rules next) {
        rules = next;
    }

    public List<Alert> tell(TaggedTelling tagged) {
        return rang(decide(tagged));
    }

    /** The alerts, and for every rule why it rang or did not. */
    public Explained explain(TaggedTelling tagged) {
        StoryWatcher.Result decided = decide(tagged);
        Reading reading = Reading.of(tagged);
        var explanations = new ArrayList<Explanation>();
        for (Rule rule : rules.all()) {
            explanations.add(Explanation.of(rule, tagged, reading, decided.seen().get(rule.id())));
        }
        return new Explained(rang(decided), explanations);
    }

    /** What a telling rang and why. */
    public record Explained(List<Alert> alerts, List<Explanation> explanations) {}

    private List<Alert> rang(StoryWatcher.Result decided) {
        return decided.alerts().stream()
                .filter(alert -> !rules.byId(alert.watchlist()).watchlist().isWatching())
                .toList();
    }

    private StoryWatcher.Result decide(TaggedTelling tagged) {
        StoryWatcher.Result result = stories.tell(tagged, rules);
        Teller teller = Teller.of(tagged.telling());
        var ringing = new ArrayList<Alert>();
        var rationed = new ArrayList<Alert>();
        for (Alert alert : result.alerts()) {
            boolean passes = WatchlistWatcher.rations(rules.byId(alert.watchlist()));
            (passes ? rationed : ringing).add(alert);
        }
        for (Alert alert : rationed) {
            var passed = watchlists.take(WindowHit.of(alert, teller), rules);
            ringing.addAll(passed);
            sayIfHeld(alert, passed, result.seen());
        }
        if (result.tick()) {
            ringing.addAll(watchlists.take(WindowHit.tick(tagged.telling()), rules));
        }
        for (WindowHit hit : result.hits()) {
            WindowWatcher.Result found = watchlists.decide(hit, rules);
            ringing.addAll(found.alerts());
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
