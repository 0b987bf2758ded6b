package org.tocsin.core.watch.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.core.watch.thread.Desk.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.dedupe.Verdict.Kind;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.WatchSamples;
import org.tocsin.core.watch.Watchlist;

/** One thing after another. */
class ThenTest {

    private static final int HOUR = 60;

    private final List<Alert> alerts = new ArrayList<>();
    private Watcher watcher;

    @BeforeEach
    void watchForAStormAndThenACutCable() throws BadWatchlist {
        watcher = watch("storm AND NOT drill THEN cable AND cut");
    }

    @Test
    void ringsWhereTheSecondIsToldAfterTheFirst() {
        tell(article("a", "A storm.").of("s1"));
        tell(article("b", "A cable was cut.").of("s2").at(6 * HOUR));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
        assertThat(alerts.get(0).articles()).containsExactly("a", "b");
        assertThat(alerts.get(0).evidence())
                .extracting(span -> span.article() + " " + span.text())
                .containsExactly("a storm", "b cable", "b cut");
    }

    @Test
    void isSilentInTheOtherOrderAtOneTimeTooLateAndInOneTelling() {
        tell(article("a", "A cable was cut.").of("s1"));
        tell(article("b", "A storm.").of("s2").at(10));
        tell(article("c", "A storm, and a cable was cut.").of("s3").at(10));
        tell(article("d", "A cable was cut.").of("s4").at(6 * HOUR + 11));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void asksForEachWithinOneTelling() {
        tell(article("a", "A storm.").of("s1"));
        tell(article("b", "A cable.").of("s2").at(10));
        tell(article("c", "It was cut.").of("s3").at(20));
        tell(article("d", "A storm drill. ").of("s4").at(30));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void goesByWhenItWasToldAndNotByWhenItArrived() {
        tell(article("a", "A cable was cut.").of("s1").at(30));
        tell(Desk.seenAt(40, article("b", "A storm.").of("s2").at(10).tagged()));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
    }

    @Test
    void saysWhyItIsSilentAfterTheFirstAlone() {
        Watcher.Explained explained = watcher.explain(article("a", "A storm.").tagged());

        assertThat(explained.alerts()).isEmpty();
        assertThat(explained.explanations()).hasSize(1);
        assertThat(explained.explanations().get(0).failed()).containsExactly("cable", "cut");
    }

    @Test
    void takesItBackWhenTheFirstIsPutRight() {
        tell(article("a", "A storm.").of("s1"));
        tell(article("b", "A cable was cut.").of("s2").at(10));
        tell(article("c", "A breeze.").of("s1").by("origin-a").as(Kind.REVISION, "a").at(20));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.CORRECTED);
    }

    /**
     * Held to the definition: some telling of the first, and later within the span one of the
     * second.
     */
    @Test
    void ringsJustWhereSomePairIsInOrderOverRandomNews() throws BadWatchlist {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            watcher = watch("storm THEN cable");
            alerts.clear();
            var storms = new ArrayList<Integer>();
            var cables = new ArrayList<Integer>();
            for (int i = 0; i < 4; i++) {
                int minute = random.nextInt(12 * HOUR);
                boolean storm = random.nextBoolean();
                (storm ? storms : cables).add(minute);
                tell(article("n" + i, storm ? "A storm." : "A cable.").of("s" + i).at(minute));
            }
            boolean inOrder =
                    storms.stream()
                            .anyMatch(
                                    first ->
                                            cables.stream()
                                                    .anyMatch(
                                                            then ->
                                                                    then > first
                                                                            && then - first
                                                                                    <= 6 * HOUR));

            assertThat(kinds().contains(Alert.Kind.NEW))
                    .as(storms + " " + cables)
                    .isEqualTo(inOrder);
        }
    }

    private static Watcher watch(String when) throws BadWatchlist {
        var watchlist = new Watchlist("w", null, null, null, when, "PT6H", 1, null, null, 1);
        return Watcher.inMemory(Rules.of(List.of(Rule.compile(watchlist, WatchSamples.lexicon()))));
    }

    private void tell(Desk.Draft draft) {
        tell(draft.tagged());
    }

    private void tell(org.tocsin.core.tag.TaggedTelling telling) {
        alerts.addAll(watcher.tell(telling));
    }

    private List<Alert.Kind> kinds() {
        return alerts.stream().map(Alert::kind).toList();
    }
}
