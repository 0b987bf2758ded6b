package org.tocsin.core.watch.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tocsin.core.watch.thread.Desk.article;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.WatchSamples;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.Watchlist.State;
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.core.watch.hush.QuietHours;

/** The desk's day begins at 06:00 UTC, which is 08:00 in Berlin. */
class HushTest {

    private static final Instant START = Instant.parse("2024-05-06T06:00:00Z");
    private static final String MORNING = "07:30-09:00 Europe/Berlin";
    private static final long DAY = 24 * 60;

    private final List<Alert> alerts = new ArrayList<>();
    private final Mutes mutes = new Mutes();
    private Watcher watcher;

    @Test
    void ringsWhatQuietHoursHeldBackAsOneWhenTheyAreOver() {
        watch("article", MORNING, null, null);

        tell(article("a", "A storm.").by("x"));
        tell(article("b", "A storm with 7 dead.").by("x").at(10));
        tell(article("z", "Calm.").of("other").at(60));

        assertThat(alerts)
                .extracting(Alert::kind, Alert::seq, Alert::trigger, Alert::articles)
                .containsExactly(tuple(Alert.Kind.NEW, 1, "z", List.of("a", "b")));
    }

    @Test
    void letsAnEscalationThroughQuietHoursAndHoldsNothingAfterIt() {
        watch("article", MORNING, null, null);

        tell(article("a", "A storm.").by("x"));
        tell(article("b", "A storm.").by("y").at(10));
        tell(article("z", "Calm.").of("other").at(60));

        assertThat(alerts)
                .extracting(Alert::kind, Alert::severity, Alert::trigger)
                .containsExactly(tuple(Alert.Kind.NEW, Severity.HIGH, "b"));
    }

    @Test
    void letsWhatIsCriticalThroughQuietHours() {
        watch("article", MORNING, null, null, Severity.CRITICAL);

        tell(article("a", "A storm."));

        assertThat(alerts).hasSize(1);
    }

    @Test
    void doesNotHoldWhatWasFetchedOnlyAfterTheQuietHours() {
        watch("article", MORNING, null, null);

        tell(Desk.seenAt(70, article("a", "A storm.").tagged()));

        assertThat(alerts).hasSize(1);
    }

    @Test
    void holdsAWindowsAlertsInQuietHoursToo() {
        watch("PT6H", MORNING, null, null);

        tell(article("a", "A storm.").by("x"));
        tell(article("z", "Calm.").of("other").at(61));

        assertThat(alerts)
                .extracting(Alert::kind, Alert::articles)
                .containsExactly(tuple(Alert.Kind.NEW, List.of("a")));
    }

    @Test
    void ringsNoMoreThanTheBudgetAndNamesTheRestInADigest() {
        watch("article", null, 2, null);

        for (int i = 0; i < 5; i++) {
            tell(article("n" + i, "A storm.").titled("Storm " + i).of("s" + i).at(i));
        }
        tell(article("z", "Calm.").of("other").at(DAY));

        assertThat(alerts)
                .extracting(Alert::trigger, Alert::headline)
                .containsExactly(
                        tuple("n0", "Storm 0"),
                        tuple("n1", "Storm 1"),
                        tuple(
                                "z",
                                "3 alerts beyond the budget of 2 on 2024-05-06: Storm 2; Storm 3;"
                                        + " Storm 4"));
        assertThat(alerts.get(2).articles()).containsExactly("n2", "n3", "n4");
    }

    @Test
    void ringsAHeldThreadAsNewOnAnotherDayWithItsNumbersWhole() {
        watch("article", null, 1, null);
        tell(article("n0", "A storm.").of("s0"));
        tell(article("n1", "A storm.").of("s1").by("x").at(1));

        tell(article("n2", "A storm with 7 dead.").of("s1").by("x").at(DAY));
        tell(article("n3", "A storm with 8 dead.").of("s1").by("x").at(2 * DAY));

        assertThat(alerts)
                .filteredOn(alert -> alert.story().equals("s1"))
                .extracting(Alert::kind, Alert::seq, Alert::articles)
                .containsExactly(
                        tuple(Alert.Kind.NEW, 1, List.of("n1", "n2")),
                        tuple(Alert.Kind.UPDATE, 2, List.of("n1", "n2", "n3")));
    }

    @Test
    void letsAnEscalationThroughASpentBudgetAndDoesNotCountIt() {
        watch("article", null, 2, null);

        tell(article("a", "A storm.").of("s0").by("x"));
        tell(article("b", "A storm.").of("s0").by("y").at(1));
        tell(article("c", "A storm.").of("s1").by("x").at(2));
        tell(article("d", "A storm.").of("s2").by("x").at(3));
        tell(article("e", "A storm.").of("s2").by("y").at(4));

        assertThat(alerts)
                .extracting(Alert::trigger, Alert::kind, Alert::seq)
                .containsExactly(
                        tuple("a", Alert.Kind.NEW, 1),
                        tuple("b", Alert.Kind.ESCALATED, 2),
                        tuple("c", Alert.Kind.NEW, 1),
                        tuple("e", Alert.Kind.NEW, 1));
    }

    @Test
    void saysNothingOfTheEndOfAThreadThatNobodyHeardOf() {
        watch("article", null, null, null);
        mute(About.WATCHLIST, "w", 10);

        tell(article("a", "A storm."));
        tell(article("z", "Calm.").of("other").at(4 * DAY));

        assertThat(alerts).isEmpty();
    }

    @Test
    void ringsADigestOnceAlsoWhereTheEndOfAThreadIsTheFirstToTellTheDay() {
        watch("article", null, 1, null);

        tell(article("a", "A storm.").of("s1"));
        tell(article("b", "A storm.").of("s2").at(1));
        tell(article("z", "Calm.").of("other").at(4 * DAY));
        tell(article("y", "Calm.").of("other").at(5 * DAY));

        assertThat(alerts)
                .filteredOn(alert -> alert.headline().contains("beyond the budget"))
                .hasSize(1);
        assertThat(alerts).extracting(Alert::kind).contains(Alert.Kind.EXPIRED);
    }

    @Test
    void namesInADigestWhatQuietHoursHadHeldAndNotWhatTellsTheTime() {
        watch("article", MORNING, 1, null);

        tell(article("a", "A storm.").of("s1"));
        tell(article("b", "A storm.").of("s2").at(1));
        tell(article("z", "Calm.").of("other").at(60));
        tell(article("y", "Calm.").of("other").at(DAY));

        assertThat(alerts).last().extracting(Alert::articles).isEqualTo(List.of("b"));
    }

    @Test
    void foldsWhatIsMutedIntoTheNextAlertAndSaysSo() {
        watch("article", null, null, null);
        tell(article("a", "A storm.").by("x"));
        mute(About.STORY, "s", 100);

        var muted = watcher.explain(article("b", "A storm.").by("y").at(50).tagged());
        tell(article("c", "A storm with 7 dead.").by("y").at(100));

        assertThat(muted.alerts()).isEmpty();
        assertThat(muted.explanations().get(0).reason()).isEqualTo("MUTED");
        assertThat(alerts)
                .extracting(Alert::kind, Alert::seq, Alert::articles)
                .containsExactly(
                        tuple(Alert.Kind.NEW, 1, List.of("a")),
                        tuple(Alert.Kind.ESCALATED, 2, List.of("a", "b", "c")));
    }

    @Test
    void tellsTheLossOfGroundThatAMuteHeldBack() {
        watch("article", null, null, null);
        tell(article("a", "A storm.").by("x"));
        mute(About.SOURCE, "post.example", 100);

        tell(revision("b", 50));
        tell(revision("c", 120));

        assertThat(alerts)
                .extracting(Alert::kind)
                .containsExactly(Alert.Kind.NEW, Alert.Kind.CORRECTED);
    }

    @Test
    void ringsNothingWhileItOnlyWatches() {
        watch("article", null, null, State.WATCHING);

        var told = watcher.explain(article("a", "A storm.").tagged());

        assertThat(told.alerts()).isEmpty();
        assertThat(told.explanations().get(0).reason()).isEqualTo("WATCHING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"article", "story", "PT6H"})
    void endsWhatRangAlsoWhenItsWatchlistOnlyWatchesByThen(String within) {
        watch(within, null, null, null);
        tell(article("a", "A storm."));

        watcher.replace(rules(within, null, State.WATCHING));
        tell(article("z", "Calm.").of("other").at(73 * 60));

        assertThat(alerts)
                .extracting(Alert::kind, Alert::seq)
                .containsExactly(tuple(Alert.Kind.NEW, 1), tuple(Alert.Kind.EXPIRED, 2));
        assertThat(alerts.get(1).thread()).isEqualTo(alerts.get(0).thread());
    }

    @ParameterizedTest
    @ValueSource(strings = {"article", "story", "PT6H"})
    void endsWhatRangOnceWhenItsStoryGoesOnForAWatchlistThatOnlyWatches(String within) {
        watch(within, null, null, null);
        tell(article("a", "A storm."));

        watcher.replace(rules(within, null, State.WATCHING));
        tell(article("b", "A storm.").by("y").at(10));
        tell(article("c", "A storm.").by("z").at(20));
        tell(article("z", "Calm.").of("other").at(73 * 60));

        assertThat(alerts)
                .extracting(Alert::kind, Alert::trigger)
                .containsExactly(tuple(Alert.Kind.NEW, "a"), tuple(Alert.Kind.EXPIRED, "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"article", "story", "PT6H"})
    void saysNothingOfTheEndOfWhatNeverRang(String within) {
        watch(within, null, null, State.WATCHING);
        tell(article("a", "A storm."));

        watcher.replace(rules(within, null, null));
        tell(article("z", "Calm.").of("other").at(73 * 60));

        assertThat(alerts).isEmpty();
    }

    @Test
    void numbersTheEndOfWhatABudgetHeldBackBeforeItsWatchlistOnlyWatched() {
        watch("article", null, 1, null);
        tell(article("a", "A storm."));
        tell(article("b", "A storm, with 12 dead.").by("origin-a").at(10));
        tell(article("c", "A storm.").of("held").at(20));

        watcher.replace(rules("article", 1, State.WATCHING));
        tell(article("z", "Calm.").of("other").at(73 * 60));

        assertThat(alerts)
                .extracting(Alert::kind, Alert::seq, Alert::story)
                .containsExactly(
                        tuple(Alert.Kind.NEW, 1, alerts.get(0).story()),
                        tuple(Alert.Kind.EXPIRED, 2, alerts.get(0).story()));
    }

    @Test
    void knowsWhenTheNightEndsByTheClocksOfThePlace() {
        QuietHours night = QuietHours.parse("22:00-06:00 Europe/Berlin").orElseThrow();

        assertThat(night.endAfter(Instant.parse("2024-03-30T22:30:00Z")))
                .isEqualTo("2024-03-31T04:00:00Z");
        assertThat(night.endAfter(Instant.parse("2024-03-31T03:59:59Z")))
                .isEqualTo("2024-03-31T04:00:00Z");
        assertThat(night.endAfter(Instant.parse("2024-03-31T04:00:00Z"))).isNull();
    }

    @Test
    void endsANightWhoseEndTheClocksLeaveOutWhenTheyAreChanged() {
        QuietHours night = QuietHours.parse("22:00-02:30 Europe/Berlin").orElseThrow();

        assertThat(night.endAfter(Instant.parse("2024-03-31T00:30:00Z")))
                .isEqualTo("2024-03-31T01:00:00Z");
        assertThat(night.endAfter(Instant.parse("2024-03-31T01:00:00Z"))).isNull();
    }

    @Test
    void ringsWhatWasHeldBackAlsoWhenNobodyIsQuietAnyMore() {
        watch("article", MORNING, null, null);
        tell(article("a", "A storm."));

        watcher.replace(Rules.of(List.of(rule("article", null, null, null, Severity.MEDIUM))));
        tell(article("z", "Calm.").of("other").at(60));

        assertThat(alerts).extracting(Alert::trigger).containsExactly("z");
    }

    private static Desk.Draft revision(String id, long minute) {
        return article(id, "Calm.").by("x").as(Verdict.Kind.REVISION, "a").at(minute);
    }

    private void mute(About about, String object, long minutes) {
        var saying = new AlertVerdict.Saying("desk", null, START);
        AlertVerdict mute =
                AlertVerdict.mute(about, object, START.plus(Duration.ofMinutes(minutes)), saying);
        mutes.put(mute.key(), mute);
    }

    private void watch(String within, String quiet, Integer budget, State state) {
        watch(within, quiet, budget, state, Severity.MEDIUM);
    }

    private void watch(
            String within, String quiet, Integer budget, State state, Severity severity) {
        Rule rule = rule(within, quiet, budget, state, severity);
        watcher = Watcher.inMemory(Rules.of(List.of(rule)), mutes);
    }

    private static Rules rules(String within, Integer budget, State state) {
        return Rules.of(List.of(rule(within, null, budget, state, Severity.MEDIUM)));
    }

    private static Rule rule(
            String within, String quiet, Integer budget, State state, Severity severity) {
        var watchlist =
                new Watchlist(
                        "w",
                        null,
                        null,
                        severity,
                        "storm",
                        within,
                        1,
                        Duration.ZERO,
                        null,
                        1,
                        quiet,
                        budget,
                        state);
        try {
            return Rule.compile(watchlist, WatchSamples.lexicon());
        } catch (BadWatchlist e) {
            throw new AssertionError(e);
        }
    }

    private void tell(Desk.Draft draft) {
        tell(draft.tagged());
    }

    private void tell(TaggedTelling telling) {
        alerts.addAll(watcher.tell(telling));
    }
}
