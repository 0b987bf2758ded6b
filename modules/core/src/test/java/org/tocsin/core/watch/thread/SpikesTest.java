package org.tocsin.core.watch.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.core.watch.thread.Desk.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.WatchSamples;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.hush.Mutes;

class SpikesTest {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final List<Alert> alerts = new ArrayList<>();
    private Watcher watcher;
    private int told;

    @Test
    void ringsWhenMuchMoreIsToldThanUsual() throws BadWatchlist {
        watch("3x in PT1H over P2D at least 4", 1);

        tellEvery(HOUR, 0, 2 * DAY);
        tell("A storm.", 2 * DAY + 5);
        tell("A storm.", 2 * DAY + 10);
        tell("A storm.", 2 * DAY + 12);
        assertThat(alerts).isEmpty();
        tell("A storm over the coast.", 2 * DAY + 15);

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
        assertThat(alerts.get(0).headline())
                .isEqualTo("4 in PT1H, usually 1.02: A storm over the coast.");
        assertThat(alerts.get(0).origins()).isEqualTo(4);
        assertThat(alerts.get(0).articles()).hasSize(4);
        assertThat(alerts.get(0).evidence()).extracting(span -> span.text()).contains("storm");
    }

    @Test
    void asksForMoreWhereMoreIsUsual() throws BadWatchlist {
        watch("3x in PT1H over P2D at least 4", 1);

        tellEvery(30, 0, 2 * DAY);
        tellEvery(12, 2 * DAY, 2 * DAY + 2 * HOUR);

        assertThat(alerts).isEmpty();
    }

    @Test
    void hasAFloorForWhatIsNeverTold() throws BadWatchlist {
        watch("3x in PT1H over P2D at least 4", 1);

        // Others tell the time to a rule that hears nothing.
        tell("A drill.", 0);
        tell("A storm.", DAY);
        tell("A storm.", DAY + 1);
        tell("A storm.", DAY + 2);
        assertThat(alerts).isEmpty();
        tell("A storm.", DAY + 3);

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
    }

    @Test
    void isSilentUntilItKnowsWhatIsUsual() throws BadWatchlist {
        watch("3x in PT1H over P7D at least 4", 1);

        tellEvery(1, 0, 20);
        Watcher.Explained explained =
                watcher.explain(article("why", "A storm.").of("why").at(21).tagged());

        assertThat(alerts).isEmpty();
        Explanation why = explained.explanations().get(0);
        assertThat(why.reason()).isEqualTo("LEARNING");
        assertThat(why.rate().count()).isEqualTo(21);
        assertThat(why.rate().known()).isFalse();
    }

    @Test
    void countsNeitherCopiesNorRevisionsNorBacklog() throws BadWatchlist {
        watch("3x in PT1H over P2D at least 4", 1);

        tell("A drill.", 0);
        for (int i = 0; i < 3; i++) {
            tell("A storm.", DAY + i);
        }
        tell(article("c", "A storm.").as(Verdict.Kind.COPY, "a1").at(DAY + 4).tagged());
        tell(article("r", "A storm. 9 dead.").as(Verdict.Kind.REVISION, "a1").at(DAY + 5).tagged());
        tell(article("b", "A storm.").fromTheBacklog().at(DAY + 6).tagged());

        assertThat(alerts).isEmpty();
    }

    @Test
    void asksForOriginsAsWell() throws BadWatchlist {
        watch("3x in PT1H over P2D at least 4", 2);

        tell("A drill.", 0);
        for (int i = 0; i < 6; i++) {
            tell(article("x" + i, "A storm.").of("s" + i).by("one").at(DAY + i).tagged());
        }
        assertThat(alerts).isEmpty();
        tell(article("y", "A storm.").of("y").by("other").at(DAY + 7).tagged());

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
        assertThat(alerts.get(0).origins()).isEqualTo(2);
    }

    @Test
    void escalatesAtTwiceTheRateAndExpiresWhenTheSpikeIsOver() throws BadWatchlist {
        watch("3x in PT1H over P2D at least 4", 1);

        tell("A drill.", 0);
        tellEvery(1, DAY, DAY + 8);
        tell("A drill.", DAY + 2 * HOUR);
        tellEvery(1, DAY + 5 * HOUR, DAY + 5 * HOUR + 4);

        assertThat(kinds())
                .containsExactly(
                        Alert.Kind.NEW, Alert.Kind.ESCALATED, Alert.Kind.EXPIRED, Alert.Kind.NEW);
        assertThat(alerts.get(0).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(alerts.get(alerts.size() - 2).severity()).isEqualTo(Severity.HIGH);
        assertThat(alerts.get(alerts.size() - 1).thread()).isNotEqualTo(alerts.get(0).thread());
    }

    @Test
    void remembersLittleOfWhatIsToldOften() throws BadWatchlist {
        var memory = new InMemoryWindows();
        var rule = rule("3x in PT1H over P2D at least 4", 1);
        Rules rules = Rules.of(List.of(rule));
        var watching = new WindowWatcher(memory, new Mutes());
        var stories = new StoryWatcher(new InMemoryStories(), new Mutes());

        for (int i = 0; i < 150; i++) {
            TaggedTelling storm = article("a" + i, "A storm.").of("s" + i).at(i).tagged();
            stories.tell(storm, rules).hits().forEach(hit -> watching.tell(hit, rule));
        }

        assertThat(memory.track("w").contributions()).hasSizeLessThanOrEqualTo(100);
        assertThat(memory.frequency("w").fine().counts()).hasSizeLessThanOrEqualTo(60);
        assertThat(memory.frequency("w").coarse().counts()).hasSizeLessThanOrEqualTo(180);
    }

    private void watch(String rate, int origins) throws BadWatchlist {
        watcher = Watcher.inMemory(Rules.of(List.of(rule(rate, origins))));
    }

    private static Rule rule(String rate, int origins) throws BadWatchlist {
        var watchlist =
                new Watchlist(
                        "w",
                        null,
                        null,
                        null,
                        "storm",
                        null,
                        origins,
                        Duration.ZERO,
                        null,
                        1,
                        null,
                        null,
                        null,
                        rate);
        return Rule.compile(watchlist, WatchSamples.lexicon());
    }

    private void tellEvery(int minutes, int from, int to) {
        for (int minute = from; minute < to; minute += minutes) {
            tell("A storm.", minute);
        }
    }

    private void tell(String text, int minute) {
        told++;
        tell(article("a" + told, text).of("s" + told).at(minute).tagged());
    }

    private void tell(TaggedTelling telling) {
        alerts.addAll(watcher.tell(telling));
    }

    private List<Alert.Kind> kinds() {
        return alerts.stream().map(Alert::kind).filter(kind -> kind != Alert.Kind.UPDATE).toList();
    }
}
