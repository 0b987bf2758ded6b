package org.tocsin.core.watch.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.core.watch.thread.Desk.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.WatchSamples;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.hush.Mutes;

/** Rules that hear more than anybody can follow: what they remember is bounded. */
class BroadRulesTest {

    private static final int MANY = 905;

    private final InMemoryWindows windows = new InMemoryWindows();
    private final StoryWatcher stories = new StoryWatcher(new InMemoryStories(), new Mutes());
    private final WatchlistWatcher watchlists =
            new WatchlistWatcher(windows, new InMemoryBudgets(), new Mutes());
    private final List<Alert> alerts = new ArrayList<>();

    @Test
    void remembersTheLatestOfWhatAllSay() throws BadWatchlist {
        Rules rules = watch("storm", 1);

        for (int i = 0; i < MANY; i++) {
            tell(rules, article("a" + i, "A storm.").of("s" + i).at(i / 4).tagged());
        }

        WindowTrack track = windows.track("w");
        List<Contribution> heard = track.contributions();
        assertThat(heard).hasSizeBetween(Recollection.MOST, Recollection.MOST + Recollection.MORE);
        assertThat(heard.get(heard.size() - 1).article()).isEqualTo("a" + (MANY - 1));
        assertThat(track.threads()).hasSize(WindowEnds.MOST_THREADS);
        assertThat(ofKind(Alert.Kind.NEW)).hasSize(MANY);
    }

    @Test
    void endsTheThreadsThatItNoLongerFollows() throws BadWatchlist {
        Rules rules = watch("storm", 1);

        for (int i = 0; i < WindowEnds.MOST_THREADS + 2; i++) {
            tell(rules, article("a" + i, "A storm.").of("s" + i).at(i).tagged());
        }

        assertThat(ofKind(Alert.Kind.EXPIRED)).extracting(Alert::story).containsExactly("s0", "s1");
    }

    @Test
    void keepsWhatIsRareBesideWhatAllSay() throws BadWatchlist {
        Rules rules = watch("storm AND cable AND pilot", 1);

        tell(rules, article("rare", "A cable.").of("s").tagged());
        for (int i = 0; i < MANY; i++) {
            tell(rules, article("a" + i, "A storm.").of("s" + i).at(1 + i / 4).tagged());
        }
        tell(rules, article("last", "A pilot.").of("t").at(5 * 60).tagged());

        assertThat(ofKind(Alert.Kind.NEW)).extracting(Alert::trigger).containsExactly("last");
        assertThat(alerts.get(0).articles()).contains("last");
        assertThat(alerts.get(0).evidence()).extracting("text").contains("pilot");
    }

    @Test
    void keepsAWordOfEachOriginWhereOneRepeatsItself() throws BadWatchlist {
        Rules rules = watch("storm", 2);

        tell(rules, article("other", "A storm.").of("s").by("other").tagged());
        for (int i = 0; i < MANY; i++) {
            tell(rules, article("a" + i, "A storm.").of("s" + i).by("one").at(1).tagged());
        }

        assertThat(windows.track("w").contributions())
                .extracting(Contribution::article)
                .contains("other");
    }

    @Test
    void boundsWhatAStoryOfThousandsIsRememberedBy() throws BadWatchlist {
        var memory = new InMemoryStories();
        var watcher = new StoryWatcher(memory, new Mutes());
        Rules rules = Rules.of(List.of(rule("storm", "story", 1)));

        for (int i = 0; i < MANY; i++) {
            watcher.tell(article("a" + i, "A storm.").of("s").at(i / 4).tagged(), rules);
        }

        assertThat(memory.tracks("s"))
                .singleElement()
                .satisfies(
                        track ->
                                assertThat(track.contributions())
                                        .hasSizeLessThan(Recollection.MOST + Recollection.MORE));
    }

    private static Rules watch(String when, int origins) throws BadWatchlist {
        return Rules.of(List.of(rule(when, "PT6H", origins)));
    }

    private static Rule rule(String when, String within, int origins) throws BadWatchlist {
        var watchlist =
                new Watchlist(
                        "w",
                        null,
                        null,
                        Severity.LOW,
                        when,
                        within,
                        origins,
                        Duration.ZERO,
                        null,
                        1);
        return Rule.compile(watchlist, WatchSamples.lexicon());
    }

    private void tell(Rules rules, TaggedTelling tagged) {
        for (WindowHit hit : stories.tell(tagged, rules).hits()) {
            alerts.addAll(watchlists.take(hit, rules).live());
        }
    }

    private List<Alert> ofKind(Alert.Kind kind) {
        return alerts.stream().filter(alert -> alert.kind() == kind).toList();
    }
}
