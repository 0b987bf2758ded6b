package org.tocsin.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.article.Article;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.audit.AuditEntry.Action;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Saying;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;
import org.tocsin.gateway.desk.Author;
import org.tocsin.gateway.desk.Overtaken;
import org.tocsin.gateway.desk.VerdictDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.gateway.preview.LogSearch;
import org.tocsin.gateway.preview.Preview;
import org.tocsin.gateway.preview.Previews;

/** Words on alerts, mutes, previews, and changes that know what they change, on a real broker. */
final class AlertLifeTest {

    private static final Author ADA = new Author("ada", "a second look");
    private static final Lexicon LEXICON = Lexicon.of(List.of());
    private static Desks desks;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        desks = Desks.in(folder);
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @Test
    void keepsTheLastJudgementWhoeverHasSeenTheAlertSince() {
        VerdictDesk desk = desks.verdicts();
        var alert = alert("t1");

        desk.say(AlertVerdict.on(alert, true, Word.USEFUL, new Saying("ada", null, now())));
        desk.say(AlertVerdict.on(alert, true, Word.NOT_USEFUL, new Saying("eve", "bird", now())));
        AlertVerdict seen =
                desk.say(AlertVerdict.on(alert, true, Word.SEEN, new Saying("bob", null, now())));

        assertThat(seen.word()).isEqualTo(Word.NOT_USEFUL);
        assertThat(desk.list().get("t1")).isEqualTo(seen);
        assertThat(seen.evidence()).isEqualTo(alert.evidence());
        assertThat(desk.takeBack("t1", ADA)).isTrue();
        assertThat(desk.takeBack("t1", ADA)).isFalse();
        assertThat(desk.history("t1"))
                .extracting(AuditEntry::action, AuditEntry::by, AuditEntry::why)
                .containsExactly(
                        tuple(Action.CREATED, "ada", null),
                        tuple(Action.CHANGED, "eve", "bird"),
                        tuple(Action.DELETED, "ada", "a second look"));
    }

    @Test
    void endsAMuteWithoutForgettingThatItHeld() {
        VerdictDesk desk = desks.verdicts();
        var saying = new Saying("ada", "sport", now());
        var mute =
                desk.say(
                        AlertVerdict.mute(
                                About.SOURCE,
                                "goal.example",
                                now().plus(Duration.ofDays(1)),
                                saying));

        boolean ended = desk.unmute("source:goal.example", ADA);
        boolean again = desk.unmute("source:goal.example", ADA);

        AlertVerdict left = desk.list().get("source:goal.example");
        assertThat(ended).isTrue();
        assertThat(again).isFalse();
        assertThat(left.mutedUntil()).isBefore(mute.mutedUntil());
        assertThat(left.time()).isEqualTo(mute.time());
    }

    @Test
    void changesAWatchlistOnlyAsItsReaderKnowsItAndSaysWhy() {
        WatchlistDesk desk = desks.watchlists();
        Watchlist first = desk.save(watchlist("storm"), ADA, 0).watchlist();
        Watchlist second = desk.save(watchlist("storm AND port"), ADA, 1).watchlist();

        assertThat(second.version()).isEqualTo(2);
        assertThatThrownBy(() -> desk.save(watchlist("gale"), ADA, 1))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> desk.save(watchlist("gale"), ADA, 0))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> desk.delete("w", ADA, 1)).isInstanceOf(Overtaken.class);
        assertThat(desk.version("w", 1)).hasValue(first);
        assertThat(desk.version("w", 3)).isEmpty();
        assertThat(desk.save(desk.version("w", 1).orElseThrow(), ADA, 2).watchlist())
                .isEqualTo(first.withVersion(3));
        assertThat(desk.history("w")).extracting(AuditEntry::why).containsOnly("a second look");
    }

    @Test
    void previewsTheLogAsTheStreamWouldHaveRungIt() throws Exception {
        Instant begin = now().minus(Duration.ofHours(2));
        var watchlist =
                new Watchlist("p", null, null, null, "storm", null, 1, Duration.ZERO, null, 1);
        var expected = Rehearsal.of(watchlist, null, LEXICON);
        tellings(begin, 400).forEach(telling -> expected.tell(desks.write(telling), telling));

        try (Previews previews = desks.previews()) {
            Preview whole =
                    preview(previews, watchlist, new Preview.Span(begin.minusSeconds(1), now()));
            Preview later =
                    preview(
                            previews,
                            watchlist,
                            new Preview.Span(begin.plus(Duration.ofMinutes(10)), now()));

            assertThat(whole.view().state()).isEqualTo(Preview.State.DONE);
            assertThat(whole.view().result()).isEqualTo(expected.result());
            assertThat(whole.view().result().counts().alerts()).isGreaterThan(20);
            assertThat(later.view().result().tellings()).isBetween(1L, 399L);
            assertThat(previews.remove(whole.id())).isTrue();
            assertThat(previews.find(whole.id())).isEmpty();
        }
    }

    @Test
    void findsInTheLogWhatNoBoardHolds() throws Exception {
        Instant begin = now().minus(Duration.ofHours(4));
        List<TaggedTelling> told = tellings(begin, 80);
        told.forEach(desks::write);
        List<TaggedTelling> ofStory =
                told.stream().filter(one -> one.telling().verdict().story().equals("s7")).toList();

        try (Previews previews = desks.previews()) {
            LogSearch search = previews.search();
            var span = new Preview.Span(begin.minusSeconds(1), begin.plusSeconds(500));

            assertThat(search.article("n42", span)).hasValue(told.get(42));
            assertThat(search.article("nowhere", span)).isEmpty();
            assertThat(search.article("n42", search.last(Duration.ofMinutes(1)))).isEmpty();
            assertThat(search.story("s7", span)).isEqualTo(ofStory);
        }
    }

    @Test
    void learnsWhatIsUsualFromBeforeThePreview() throws Exception {
        Instant begin = now().minus(Duration.ofHours(9));
        tellings(begin, 400).forEach(desks::write);
        var rate =
                new Watchlist(
                        "r",
                        null,
                        null,
                        null,
                        "storm",
                        null,
                        1,
                        Duration.ZERO,
                        null,
                        1,
                        null,
                        null,
                        null,
                        "1.5x in PT2M over PT20M at least 2");
        Instant late = begin.plus(Duration.ofMinutes(25));

        try (Previews previews = desks.previews()) {
            Preview preview =
                    preview(previews, rate, new Preview.Span(late, begin.plusSeconds(2_100)));

            assertThat(preview.view().state()).isEqualTo(Preview.State.DONE);
            assertThat(preview.view().result().counts().hits()).isPositive();
            // It is told of as often as ever, which only who has listened can know.
            assertThat(preview.view().result().counts().alerts()).isZero();
        }
    }

    private static Preview preview(Previews previews, Watchlist watchlist, Preview.Span span)
            throws Exception {
        var rehearsal = Rehearsal.of(watchlist, null, LEXICON);
        Preview preview = previews.start(watchlist, span, rehearsal).orElseThrow();
        preview.await(Duration.ofMinutes(3));
        return preview;
    }

    /** Every fifth of them tells of a storm; five seconds lie between two. */
    private static List<TaggedTelling> tellings(Instant begin, int count) {
        var tellings = new ArrayList<TaggedTelling>();
        for (int i = 0; i < count; i++) {
            Instant at = begin.plusSeconds(5L * i);
            String text = i % 5 == 0 ? "A storm of " + i + " hours." : "Calm.";
            var article =
                    new Article(
                            "n" + i,
                            null,
                            null,
                            "p.example",
                            null,
                            "News " + i,
                            text,
                            "en",
                            at,
                            null,
                            at,
                            List.of(),
                            List.of());
            var verdict = new Verdict("n" + i, Verdict.Kind.NEW, null, "s" + i % 35, 0, 1);
            tellings.add(
                    new TaggedTelling(
                            new Telling(article, verdict, "o" + i % 3, false),
                            new Tags("n" + i, "en", List.of(), List.of())));
        }
        return tellings;
    }

    /** The topics keep milliseconds. */
    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    private static Watchlist watchlist(String when) {
        return new Watchlist(
                "w",
                null,
                null,
                null,
                when,
                null,
                1,
                null,
                null,
                1,
                "22:00-06:00 UTC",
                5,
                Watchlist.State.WATCHING);
    }

    private static Alert alert(String thread) {
        return new Alert(
                thread + "#1",
                thread,
                1,
                "w",
                3,
                Alert.Kind.NEW,
                Severity.HIGH,
                Instant.EPOCH,
                "a",
                "s",
                List.of("a"),
                1,
                "A storm",
                List.of(new Evidence("a", "title", 2, 7, "storm", "storm", null)));
    }
}
