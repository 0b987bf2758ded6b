package org.tocsin.core.watch.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tocsin.core.watch.thread.Desk.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.dedupe.Verdict.Kind;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.WatchSamples;
import org.tocsin.core.watch.Watchlist;

class WatcherTest {

    private static final long DAYS = 24 * 60;

    private final List<Alert> alerts = new ArrayList<>();
    private Watcher watcher;

    @Test
    void ringsOnceEnoughOriginsAnswerInOneSentence() {
        watch("actor:Russia AND actor:Turkey", "sentence", 2, "PT0S");

        tell(article("a", "Russia met Turkey."));
        tell(article("b", "Russia spoke. Turkey listened.").at(1));
        tell(article("c", "In Moscow, Russia and Turkey signed.").at(2));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
        Alert alert = alerts.get(0);
        assertThat(alert.trigger()).isEqualTo("c");
        assertThat(alert.articles()).containsExactly("a", "c");
        assertThat(alert.origins()).isEqualTo(2);
        assertThat(alert.evidence())
                .extracting(e -> e.article() + " " + e.clause() + " " + e.text())
                .containsExactly(
                        "a actor:Russia Russia",
                        "a actor:Turkey Turkey",
                        "c actor:Russia Russia",
                        "c actor:Turkey Turkey");
    }

    @Test
    void countsACopyWithItsOriginAndARepeatNotAtAll() {
        watch("storm", "article", 2, "PT0S");

        tell(article("a", "A storm.").by("x"));
        tell(article("b", "A storm. 7 dead.").by("x").as(Kind.COPY, "a").at(1));
        tell(article("b", "A storm. 7 dead.").by("y").as(Kind.REPEAT, "b").at(2));
        tell(article("c", "Storm.").by("y").at(3));
        tell(article("d", "Storm. 9 dead.").by("y").as(Kind.COPY, "c").at(4));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
        assertThat(alerts.get(0).articles()).containsExactly("a", "b", "c");
    }

    @Test
    void updatesForEachNewOriginAndEscalatesWhenOriginsDouble() {
        watch("storm", "article", 1, "PT0S");

        tell(article("a", "A storm."));
        tell(article("b", "A storm.").at(1));
        tell(article("c", "A storm.").at(2));
        tell(article("d", "A storm.").by("origin-c").at(3));

        assertThat(kinds())
                .containsExactly(Alert.Kind.NEW, Alert.Kind.ESCALATED, Alert.Kind.UPDATE);
        assertThat(alerts)
                .extracting(Alert::severity)
                .containsExactly(Severity.MEDIUM, Severity.HIGH, Severity.HIGH);
        assertThat(alerts).extracting(Alert::seq).containsExactly(1, 2, 3);
        assertThat(alerts).extracting(Alert::thread).containsOnly(alerts.get(0).thread());
        assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
    }

    @Test
    void foldsAnUpdateOfTheCooldownIntoTheNextAlert() {
        watch("storm", "article", 4, "PT30M");
        for (String id : List.of("a", "b", "c", "d")) {
            tell(article(id, "A storm."));
        }

        tell(article("e", "A storm.").at(29));
        tell(article("f", "A storm.").by("origin-a").at(40));
        tell(article("g", "A storm.").at(41));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.UPDATE);
        assertThat(alerts.get(1).trigger()).isEqualTo("g");
        assertThat(alerts.get(1).articles()).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(alerts.get(1).origins()).isEqualTo(6);
    }

    @Test
    void escalatesWithinTheCooldownWhenWhatWasAnnouncedOccurs() {
        watch("event:withdrawal[actor=Russia]", "sentence", 1, "PT30M");

        tell(article("a", "Russia withdrawal/ANNOUNCED Syria.").by("x"));
        tell(article("b", "Russia withdrawal/OCCURRED Syria.").by("x").at(5));
        tell(article("c", "Russia withdrawal/OCCURRED Syria.").by("x").at(90));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.ESCALATED);
    }

    @Test
    void ringsForARevisionOnlyWhenItsFactsChanged() {
        watch("actor:Russia AND event:bombing", "article", 1, "PT0S");

        tell(article("a", "Russia reports a bombing/OCCURRED with 7 dead."));
        tell(revision("a2", "a", "Russia now reports the bombing/OCCURRED with 7 dead.", 10));
        tell(revision("a3", "a", "Russia reports a bombing/OCCURRED with 9 dead.", 20));
        tell(revision("a4", "a3", "Updated 12:40. Russia: bombing/OCCURRED, 9 dead.", 30));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.UPDATE);
        assertThat(alerts.get(1).trigger()).isEqualTo("a3");
        assertThat(alerts.get(1).origins()).isEqualTo(1);
    }

    @Test
    void countsAnUndatedRevisionFromWhenItWasSeen() {
        watch("storm", "article", 1, "PT30M");

        tell(article("a", "A storm. 3 dead."));
        alerts.addAll(
                watcher.tell(Desk.seenAt(60, revision("a2", "a", "A storm. 4 dead.", 0).tagged())));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.UPDATE);
    }

    @Test
    void correctsWhenARevisionTakesTheGroundAndUpdatesWhenItIsBack() {
        watch("storm", "article", 2, "PT30M");
        tell(article("a", "A storm."));
        tell(article("b", "A storm.").at(1));

        tell(revision("b2", "b", "A breeze.", 2).by("origin-b"));
        tell(article("c", "A storm.").at(60));

        assertThat(kinds())
                .containsExactly(Alert.Kind.NEW, Alert.Kind.CORRECTED, Alert.Kind.UPDATE);
        assertThat(alerts.get(1).trigger()).isEqualTo("b2");
        assertThat(alerts.get(1).origins()).isEqualTo(1);
        assertThat(alerts.get(2).origins()).isEqualTo(2);
    }

    @Test
    void correctsWhenANewTellingDenies() {
        watch("event:withdrawal[actor=Russia]", "sentence", 1, "PT30M");
        tell(article("a", "Russia withdrawal/OCCURRED Syria."));

        tell(article("b", "Turkey withdrawal/DENIED Syria.").at(1));
        tell(article("c", "Russia withdrawal/DENIED Syria.").at(2));
        tell(article("d", "Russia withdrawal/DENIED Syria.").at(3));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.CORRECTED);
        assertThat(alerts.get(1).trigger()).isEqualTo("c");
        assertThat(alerts.get(1).evidence())
                .anySatisfy(span -> assertThat(span.article()).isEqualTo("c"));
    }

    @Test
    void standsAgainstADenialOfOnePartWhileAnotherAnswers() {
        watch("event:ceasefire OR event:withdrawal", "sentence", 1, "PT0S");
        tell(article("a", "Russia ceasefire/OCCURRED Turkey. Russia withdrawal/OCCURRED Syria."));

        tell(article("b", "Russia ceasefire/DENIED Turkey.").at(1));
        tell(article("c", "Russia withdrawal/DENIED Syria.").at(2));
        tell(article("d", "Russia withdrawal/OCCURRED Syria.").at(3));
        tell(article("e", "Russia withdrawal/DENIED Syria.").at(4));

        assertThat(kinds())
                .containsExactly(
                        Alert.Kind.NEW,
                        Alert.Kind.CORRECTED,
                        Alert.Kind.UPDATE,
                        Alert.Kind.CORRECTED);
        assertThat(alerts.get(1).trigger()).isEqualTo("c");
    }

    @Test
    void beginsAThreadWithoutWhatWasDeniedBefore() {
        watch("event:withdrawal", "article", 2, "PT0S");
        tell(article("a", "Russia withdrawal/OCCURRED Syria."));
        tell(article("b", "Russia withdrawal/DENIED Syria.").at(1));

        tell(article("c", "Russia withdrawal/OCCURRED Syria.").at(2));
        tell(article("d", "Russia withdrawal/OCCURRED Syria.").at(3));

        assertThat(alerts)
                .extracting(Alert::kind, Alert::articles, Alert::origins)
                .containsExactly(tuple(Alert.Kind.NEW, List.of("c", "d"), 2));
    }

    @ParameterizedTest
    @CsvSource({"storm,3", "storm AND boats,2"})
    void takesNothingBackWhenTheWatchlistAsksForMoreThanBefore(String when, int origins) {
        watch("storm", "article", 2, "PT0S");
        tell(article("a", "A storm."));
        tell(article("b", "A storm.").at(1));

        watcher.replace(Rules.of(List.of(rule(when, "article", origins, "PT0S"))));
        tell(article("b2", "A storm, boats.").by("origin-b").at(2));
        tell(article("c", "A storm and boats.").at(3));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.UPDATE);
        assertThat(alerts.get(1).trigger()).isEqualTo("c");
    }

    @Test
    void standsAgainstADenialWhileEnoughOthersAffirm() {
        watch("event:withdrawal", "article", 2, "PT30M");
        tell(article("a", "Russia withdrawal/OCCURRED Syria."));
        tell(article("b", "Russia withdrawal/OCCURRED Syria.").at(1));
        tell(article("c", "Russia withdrawal/OCCURRED Syria.").at(2));

        tell(article("d", "Russia withdrawal/DENIED Syria.").at(3));
        tell(article("a2", "Russia withdrawal/DENIED Syria.").by("origin-a").at(4));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.CORRECTED);
        assertThat(alerts.get(1).trigger()).isEqualTo("a2");
    }

    @Test
    void backlogNeitherRingsNorCounts() {
        watch("storm", "article", 1, "PT0S");

        tell(article("a", "A storm. 3 dead.").fromTheBacklog());
        tell(revision("a2", "a", "A storm! 3 dead.", 10).by("origin-a"));
        tell(revision("a3", "a", "A storm! 4 dead.", 20).by("origin-a"));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
        assertThat(alerts.get(0).trigger()).isEqualTo("a3");
    }

    @Test
    void joinsClausesAcrossTheArticlesOfAStory() {
        watch("actor:Russia AND event:talks AND NOT casualties", "story", 2, "PT0S");

        tell(article("a", "Russia speaks."));
        tell(article("x", "The talks/OCCURRED began.").of("other").at(1));
        tell(article("b", "The talks/OCCURRED began.").at(2));
        tell(article("c", "Many casualties.").at(3));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.CORRECTED);
        assertThat(alerts.get(0).articles()).containsExactly("a", "b");
        assertThat(alerts.get(0).origins()).isEqualTo(2);
        assertThat(alerts.get(1).evidence())
                .extracting(e -> e.article() + " " + e.clause())
                .contains("c casualties");
    }

    @Test
    void answersAStoryAgainWhenARevisionTakesAwayWhatWasNotWanted() {
        watch("storm AND NOT drill", "story", 1, "PT0S");
        tell(article("a", "A storm drill."));

        tell(revision("a2", "a", "A storm.", 5).by("origin-a"));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
    }

    @Test
    void ringsForAWindowInTheStoryOfTheArticleThatCompletedIt() {
        watch("storm AND cable", "PT6H", 2, "PT0S");

        tell(article("a", "A storm.").of("s1"));
        tell(article("b", "A cable.").of("s2").at(361));
        tell(article("c", "A storm.").of("s3").at(500));
        tell(article("d", "A cable.").of("s4").at(600));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.UPDATE);
        assertThat(alerts.get(0).story()).isEqualTo("s3");
        assertThat(alerts.get(0).articles()).containsExactly("b", "c");
        assertThat(alerts.get(1).story()).isEqualTo("s3");
        assertThat(alerts.get(1).articles()).containsExactly("b", "c", "d");
    }

    @Test
    void countsALateArticleWhereItBelongs() {
        watch("storm AND cable", "PT1H", 1, "PT0S");
        tell(article("a", "A storm.").of("s1").at(100));
        tell(article("z", "Calm.").of("s9").at(500));

        tell(article("late", "A cable.").of("s2").at(60));
        tell(article("later", "A cable.").of("s3").at(400));

        assertThat(alerts).extracting(Alert::trigger).containsExactly("late");
    }

    @Test
    void correctsAWindowWhenARevisionTakesItsGround() {
        watch("storm AND cable", "PT6H", 1, "PT0S");
        tell(article("a", "A storm.").of("s1"));
        tell(article("b", "A cable.").of("s2").at(10));

        tell(revision("a2", "a", "A breeze.", 20).by("origin-a").of("s1"));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.CORRECTED);
        assertThat(alerts.get(1).trigger()).isEqualTo("a2");
    }

    @Test
    void correctsAWindowByWhatItWasAskedNotToHoldOnlyWithinItsSpan() {
        watch("storm AND NOT drill", "PT6H", 1, "PT0S");
        tell(article("a", "A storm.").of("s1"));
        tell(article("b", "A storm.").of("s2").at(800));

        tell(article("c", "A drill.").of("s3").at(361));
        tell(article("d", "A drill.").of("s4").at(900));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.NEW, Alert.Kind.CORRECTED);
        assertThat(alerts.get(2).thread()).isEqualTo(alerts.get(1).thread());
        assertThat(alerts.get(2).trigger()).isEqualTo("d");
    }

    @Test
    void correctsAWindowByALaterDenialOfItsStory() {
        watch("event:withdrawal", "PT6H", 1, "PT30M");
        tell(article("a", "Russia withdrawal/OCCURRED Syria."));

        tell(article("b", "Russia withdrawal/DENIED Syria.").at(60));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.CORRECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Russia withdrawal/DENIED Syria. > 60 > true",
                "Russia withdrawal/DENIED Syria. > 600 > false",
                "Russia withdrawal/DENIED Turkey. > 60 > false",
                "Russia withdrawal/DENIED. > 60 > false",
                "withdrawal/DENIED Syria. > 60 > false"
            })
    void correctsAWindowByADenialInAStoryOfItsOwnOnlyOfTheSameParties(
            String denial, int minutes, boolean corrected) {
        watch("event:withdrawal", "PT6H", 1, "PT30M");
        tell(article("a", "Russia withdrawal/OCCURRED Syria."));

        tell(article("b", denial).of("other").at(minutes));

        assertThat(kinds().contains(Alert.Kind.CORRECTED)).isEqualTo(corrected);
    }

    @Test
    void expiresWhenALaterArticlePassesThreeQuietDays() {
        watch("storm", "article", 1, "PT0S");
        tell(article("a", "A storm."));
        tell(article("b", "Its costs.").at(1 * DAYS));

        tell(article("y", "Calm.").of("other").at(4 * DAYS - 1));
        tell(article("z", "Calm.").of("other").at(4 * DAYS));
        tell(article("c", "A storm.").at(4 * DAYS + 1));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.EXPIRED, Alert.Kind.NEW);
        assertThat(alerts.get(1).trigger()).isEqualTo("z");
        assertThat(alerts.get(1).articles()).containsExactly("a");
        assertThat(alerts.get(1).seq()).isEqualTo(2);
        assertThat(alerts.get(2).thread()).isNotEqualTo(alerts.get(0).thread());
    }

    @Test
    void expiresTheThreadsOfWindowsToo() {
        watch("storm AND cable", "PT6H", 1, "PT0S");
        tell(article("a", "A storm and a cable."));

        tell(article("z", "Calm.").of("other").at(3 * DAYS));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW, Alert.Kind.EXPIRED);
    }

    @Test
    void stopsTheThreadsOfADeletedWatchlist() {
        watch("storm", "article", 1, "PT0S");
        tell(article("a", "A storm."));

        watcher.replace(Rules.of(List.of()));
        tell(article("b", "A storm.").at(1));
        tell(article("z", "Calm.").of("other").at(4 * DAYS));

        assertThat(kinds()).containsExactly(Alert.Kind.NEW);
    }

    @Test
    void saysWhyItRangAndWhyNot() {
        watch("actor:Russia AND event:talks AND NOT drill", "sentence", 2, "PT0S");

        var first = watcher.explain(article("a", "Russia talks/OCCURRED.").tagged());
        var second = watcher.explain(article("b", "Russia. The talks/OCCURRED.").tagged());
        var third = watcher.explain(article("c", "Russia talks/OCCURRED drill.").tagged());

        assertThat(first.explanations().get(0).reason()).isEqualTo("TOO_FEW_ORIGINS");
        assertThat(first.explanations().get(0).origins()).isEqualTo(1);
        assertThat(second.explanations().get(0).reason()).isEqualTo("NOT_ANSWERED");
        assertThat(second.explanations().get(0).failed()).containsExactly("event:talks");
        assertThat(third.explanations().get(0).failed()).containsExactly("drill");
    }

    private Desk.Draft revision(String id, String of, String text, long minute) {
        return article(id, text).as(Kind.REVISION, of).by("origin-" + of.charAt(0)).at(minute);
    }

    private void watch(String when, String within, int origins, String cooldown) {
        watcher = Watcher.inMemory(Rules.of(List.of(rule(when, within, origins, cooldown))));
    }

    private static Rule rule(String when, String within, int origins, String cooldown) {
        var watchlist =
                new Watchlist(
                        "w",
                        null,
                        null,
                        null,
                        when,
                        within,
                        origins,
                        Duration.parse(cooldown),
                        null,
                        1);
        try {
            return Rule.compile(watchlist, WatchSamples.lexicon());
        } catch (BadWatchlist e) {
            throw new AssertionError(e);
        }
    }

    private void tell(Desk.Draft draft) {
        alerts.addAll(watcher.tell(draft.tagged()));
    }

    private List<Alert.Kind> kinds() {
        return alerts.stream().map(Alert::kind).toList();
    }
}
