package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.query.Reading;

/** Takes tellings in order and gives the alerts that they ring, all in one place. */
public final class Watcher {

    private final StoryWatcher stories;
    private final WindowWatcher windows;
    private Rules rules;

    public Watcher(Rules rules, StoryMemory stories, WindowMemory windows) {
        this.rules = rules;
        this.stories = new StoryWatcher(stories);
        this.windows = new WindowWatcher(windows);
    }

    /** A watcher that forgets everything at its end. */
    public static Watcher inMemory(Rules rules) {
        return new Watcher(rules, new InMemoryStories(), new InMemoryWindows());
    }

    /** These rules from the next telling on. */
    public void replace(Rules next) {
        rules = next;
    }

    public List<Alert> tell(TaggedTelling tagged) {
        return decide(tagged).alerts();
    }

    /** The alerts, and for every rule why it rang or did not. */
    public Explained explain(TaggedTelling tagged) {
        StoryWatcher.Result decided = decide(tagged);
        Reading reading = Reading.of(tagged);
        var explanations = new ArrayList<Explanation>();
        for (Rule rule : rules.all()) {
            explanations.add(Explanation.of(rule, tagged, reading, decided.seen().get(rule.id())));
        }
        return new Explained(decided.alerts(), explanations);
    }

    /** What a telling rang and why. */
    public record Explained(List<Alert> alerts, List<Explanation> explanations) {}

    private StoryWatcher.Result decide(TaggedTelling tagged) {
        StoryWatcher.Result result = stories.tell(tagged, rules);
        if (result.tick()) {
            Teller teller = Teller.of(tagged.telling());
            result.alerts().addAll(windows.tick(teller, rules::byId));
        }
        for (WindowHit hit : result.hits()) {
            WindowWatcher.Result found = windows.tell(hit, rules.byId(hit.watchlist()));
            result.alerts().addAll(found.alerts());
            result.seen().put(hit.watchlist(), found.seen());
        }
        return result;
    }
}
