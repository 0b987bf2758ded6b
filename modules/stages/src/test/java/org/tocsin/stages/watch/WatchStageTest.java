package org.tocsin.stages.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.json.Json;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;
import org.tocsin.core.watch.thread.Rules;
import org.tocsin.core.watch.thread.Watcher;
import org.tocsin.stages.StageRig;
import org.tocsin.wire.topic.Topics;

class WatchStageTest {

    private static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");
    private static final Lexicon LEXICON = Lexicon.of(List.of());
    private static final List<String> WORDS =
            List.of("storm", "cable", "port", "pilot", "drill", "harbour");

    private final StageRig rig =
            StageRig.of(serdes -> new WatchStage(serdes, LEXICON, Duration.ZERO));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void keepsTheTopologyThatWasReviewed() {
        assertThat(rig.description()).isEqualTo(StageRig.reviewed("watch"));
    }

    @Test
    void ringsOnEveryTopicOfTheAlertAsACloudEvent() {
        apply(watchlist("w", "storm", "article", 1, "north"));

        send(telling("a", "A storm.", "s", "o1", 0));

        TestRecord<String, Alert> rung = rig.output(Topics.ALERTS).readRecord();
        Alert alert = rung.value();
        assertThat(rung.key()).isEqualTo(alert.thread());
        assertThat(rung.getRecordTime()).isEqualTo(alert.time());
        assertThat(header(rung, "ce_id")).isEqualTo(alert.id());
        assertThat(header(rung, "ce_type")).isEqualTo("org.tocsin.alert.new");
        assertThat(header(rung, "ce_source")).isEqualTo("/watchlists/w");
        assertThat(header(rung, "ce_time")).isEqualTo(alert.time().toString());
        assertThat(header(rung, "ce_specversion")).isEqualTo("1.0");
        assertThat(rig.read(Topics.alertsTo("north"))).containsExactly(alert);
        assertThat(rig.output(Topics.ALERTS_CURRENT).readKeyValue())
                .isEqualTo(KeyValue.pair(alert.thread(), alert));
    }

    @Test
    void takesTheLiveRowAwayWhenTheThreadExpires() {
        apply(watchlist("w", "storm", "article", 1, null));
        send(telling("a", "A storm.", "s", "o1", 0));
        Alert first = rig.output(Topics.ALERTS_CURRENT).readValue();

        send(telling("z", "Calm.", "t", "o1", 4 * 24 * 60));

        assertThat(rig.read(Topics.ALERTS))
                .extracting(Alert::kind)
                .containsExactly(Alert.Kind.NEW, Alert.Kind.EXPIRED);
        assertThat(rig.output(Topics.ALERTS_CURRENT).readKeyValue())
                .isEqualTo(KeyValue.pair(first.thread(), null));
    }

    @Test
    void followsWatchlistsAsTheyChange() {
        send(telling("a", "A storm.", "s1", "o1", 0));
        apply(watchlist("w", "storm", "article", 1, null));
        send(telling("b", "A storm.", "s2", "o1", 1));
        apply(watchlist("w", "cable", "article", 1, null).withVersion(2));
        send(telling("c", "A storm.", "s3", "o1", 2));
        send(telling("d", "A cable.", "s4", "o1", 3));
        rig.send(Topics.WATCHLISTS, "w", null, NOON);
        send(telling("e", "A cable.", "s5", "o1", 4));

        List<Alert> alerts = rig.read(Topics.ALERTS);

        assertThat(alerts).extracting(Alert::trigger).containsExactly("b", "d");
        assertThat(alerts).extracting(Alert::rule).containsExactly(1, 2);
    }

    @Test
    void takesAWatchlistInForceOnceItsActorWasAdded() {
        var guard =
                new LexiconEntry(
                        "harbour-guard",
                        "Harbour Guard",
                        ActorType.ARMED_GROUP,
                        null,
                        null,
                        List.of(),
                        null,
                        NOON);
        apply(watchlist("w", "storm OR actor:harbour-guard", "article", 1, null));

        send(telling("a", "A storm.", "s1", "o1", 0));
        rig.send(Topics.LEXICON, guard.id(), guard, NOON);
        send(telling("b", "A storm.", "s2", "o1", 1));

        assertThat(rig.read(Topics.ALERTS)).extracting(Alert::trigger).containsExactly("b");
    }

    @Test
    void ringsNothingOfWhatIsMutedUntilTheMuteEnds() {
        apply(watchlist("w", "storm", "article", 1, null));
        apply(watchlist("v", "storm", "article", 1, null));
        mute(About.WATCHLIST, "w", 0, 60);

        send(telling("a", "A storm.", "s", "o1", 1));
        send(telling("b", "A storm again.", "s", "o2", 61));

        assertThat(rig.read(Topics.ALERTS))
                .filteredOn(alert -> alert.watchlist().equals("w"))
                .extracting(Alert::seq, Alert::kind, Alert::articles)
                .containsExactly(tuple(1, Alert.Kind.NEW, List.of("a", "b")));
    }

    @Test
    void ringsAgainOnceAMuteWasTakenBack() {
        apply(watchlist("w", "storm", "article", 1, null));
        mute(About.SOURCE, "post.example", 0, 600);
        send(telling("a", "A storm.", "s1", "o1", 1));

        mute(About.SOURCE, "post.example", 0, 2);
        send(telling("b", "A storm.", "s2", "o1", 3));

        assertThat(rig.read(Topics.ALERTS)).extracting(Alert::trigger).containsExactly("b");
    }

    @Test
    void keepsWhatAWatchingWatchlistWouldRingApart() {
        var plain = watchlist("w", "storm", "article", 1, "north");
        apply(
                new Watchlist(
                        "w",
                        null,
                        null,
                        null,
                        "storm",
                        null,
                        1,
                        null,
                        "north",
                        1,
                        null,
                        null,
                        Watchlist.State.WATCHING));
        send(telling("a", "A storm.", "s", "o1", 0));
        apply(plain.withVersion(2));
        send(telling("b", "A storm.", "s", "o2", 1));

        assertThat(rig.read(Topics.ALERTS_WATCHING))
                .extracting(Alert::trigger)
                .containsExactly("a");
        assertThat(rig.read(Topics.ALERTS))
                .extracting(Alert::kind, Alert::seq, Alert::articles)
                .containsExactly(tuple(Alert.Kind.NEW, 1, List.of("a", "b")));
        assertThat(rig.read(Topics.alertsTo("north"))).hasSize(1);
    }

    @Test
    void skipsAWatchlistThatMakesNoSense() {
        apply(watchlist("bad", "storm AND (", "article", 1, null));
        apply(watchlist("good", "storm", "article", 1, null));

        send(telling("a", "A storm.", "s", "o1", 0));

        assertThat(rig.read(Topics.ALERTS)).extracting(Alert::watchlist).containsExactly("good");
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    void ringsByteForByteWhatTheWatcherAndAPreviewRingWithoutKafka() throws BadWatchlist {
        var random = new Random(11);
        var rules = new ArrayList<Rule>();
        List<Watchlist> watchlists = randomWatchlists(random);
        for (Watchlist watchlist : watchlists) {
            apply(watchlist);
            rules.add(Rule.compile(watchlist, LEXICON));
        }
        Watcher watcher = Watcher.inMemory(Rules.of(rules));

        // The driver commits, and so flushes to disk, after every record: a hundred say enough.
        var expected = new ArrayList<String>();
        var told = new ArrayList<TaggedTelling>();
        for (int i = 0; i < 110; i++) {
            TaggedTelling next = randomTelling(random, told);
            told.add(next);
            watcher.tell(next).forEach(alert -> expected.add(Json.line(alert)));
            send(next);
        }

        assertThat(rig.read(Topics.ALERTS)).extracting(Json::line).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(60);
        assertThat(expected).anyMatch(alert -> alert.contains("beyond the budget"));
        assertThat(expected).anyMatch(alert -> alert.contains(" in PT1H, usually "));
        assertThat(expected).noneMatch(alert -> alert.contains("\"w7\""));
        assertThat(rig.read(Topics.ALERTS_WATCHING)).isNotEmpty();
        for (Watchlist watchlist : watchlists) {
            var rehearsal = Rehearsal.of(watchlist, null, LEXICON);
            var rung = new ArrayList<Alert>();
            told.forEach(telling -> rehearsal.tell(0, telling, rung::add));
            if (!watchlist.isWatching()) {
                assertThat(rung)
                        .extracting(Json::line)
                        .isEqualTo(
                                expected.stream()
                                        .filter(line -> line.contains(named(watchlist)))
                                        .toList());
            }
        }
        assertThat(expected.toString())
                .contains("\"NEW\"", "\"UPDATE\"", "\"ESCALATED\"", "\"CORRECTED\"", "\"EXPIRED\"");
    }

    private static String named(Watchlist watchlist) {
        return "\"watchlist\":\"" + watchlist.id() + "\"";
    }

    private static List<Watchlist> randomWatchlists(Random random) {
        var watchlists = new ArrayList<Watchlist>();
        List<String> shapes =
                List.of(
                        "%s AND %s",
                        "%s OR %s",
                        "%s AND NOT %s",
                        "%s NEAR/2 %s",
                        "\"%s %s\"~3",
                        "event:talks AND (%s OR %s)");
        for (int i = 0; i < 24; i++) {
            String one = WORDS.get(random.nextInt(3));
            String other = WORDS.get(3 + random.nextInt(3));
            String within = List.of("sentence", "article", "story", "PT3H").get(i % 4);
            String when = String.format(shapes.get(random.nextInt(shapes.size())), one, other);
            Watchlist plain = watchlist("w" + i, when, within, 1 + random.nextInt(2), null);
            watchlists.add(
                    new Watchlist(
                            plain.id(),
                            null,
                            null,
                            i % 5 == 0 ? Severity.HIGH : Severity.LOW,
                            when,
                            within,
                            plain.origins(),
                            plain.cooldown(),
                            null,
                            1,
                            i % 3 == 0 ? "20:00-06:00 Europe/Berlin" : null,
                            i % 4 < 2 && i > 8 ? 2 : null,
                            i == 7 ? Watchlist.State.WATCHING : null,
                            i % 8 == 5 || i % 12 == 4 ? "1.5x over PT8H at least 2" : null));
        }
        return watchlists;
    }

    private static TaggedTelling randomTelling(Random random, List<TaggedTelling> told) {
        int number = told.size();
        var text = new StringBuilder("It is " + random.nextInt(3) + ".");
        for (int i = 0; i < 6; i++) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
            text.append(random.nextInt(3) == 0 ? "." : "");
        }
        long minute = number * 13L + (number > 70 ? 6_000 : 0) + random.nextInt(90);
        if (number > 0 && random.nextInt(4) == 0) {
            Telling other = told.get(random.nextInt(number)).telling();
            Verdict.Kind kind = random.nextBoolean() ? Verdict.Kind.REVISION : Verdict.Kind.COPY;
            return tagged(
                    article("n" + number, text.toString(), minute),
                    new Verdict(
                            "n" + number,
                            kind,
                            other.article().id(),
                            other.verdict().story(),
                            1,
                            1),
                    other.origin());
        }
        return telling(
                "n" + number,
                text.toString(),
                "s" + random.nextInt(5) + (number > 70 ? "x" : ""),
                "o" + random.nextInt(5),
                minute);
    }

    private static String header(TestRecord<String, Alert> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static Watchlist watchlist(
            String id, String when, String within, int origins, String route) {
        return new Watchlist(
                id,
                null,
                null,
                Severity.LOW,
                when,
                within,
                origins,
                Duration.ofMinutes(10),
                route,
                1);
    }

    static TaggedTelling telling(String id, String text, String story, String origin, long minute) {
        Verdict verdict = new Verdict(id, Verdict.Kind.NEW, null, story, 0, 1);
        return tagged(article(id, text, minute), verdict, origin);
    }

    private static Article article(String id, String text, long minute) {
        Instant told = NOON.plus(Duration.ofMinutes(minute));
        return new Article(
                id,
                id,
                null,
                "post.example",
                null,
                "",
                text,
                "en",
                told,
                null,
                told.plusSeconds(20),
                List.of(),
                List.of());
    }

    /** Every text that says pilot talks: announced, denied or done, as the other words have it. */
    private static TaggedTelling tagged(Article article, Verdict verdict, String origin) {
        var events = new ArrayList<EventTag>();
        int at = article.text().indexOf("pilot");
        if (at >= 0) {
            Modality modality =
                    article.text().contains("drill")
                            ? Modality.DENIED
                            : article.text().contains("port")
                                    ? Modality.ANNOUNCED
                                    : Modality.OCCURRED;
            events.add(
                    new EventTag(
                            "talks", modality, "CONSULT", null, List.of(), List.of(), "text", at,
                            at + 5, "pilot", 0));
        }
        return new TaggedTelling(
                new Telling(article, verdict, origin, false),
                new Tags(article.id(), "en", List.of(), events));
    }

    private void mute(About about, String object, long from, long until) {
        var saying = new AlertVerdict.Saying("desk", null, NOON.plus(Duration.ofMinutes(from)));
        var mute = AlertVerdict.mute(about, object, NOON.plus(Duration.ofMinutes(until)), saying);
        rig.send(Topics.VERDICTS, mute.key(), mute, NOON);
    }

    private void apply(Watchlist watchlist) {
        rig.send(Topics.WATCHLISTS, watchlist.id(), watchlist, NOON);
    }

    private void send(TaggedTelling tagged) {
        Telling telling = tagged.telling();
        rig.send(Topics.TAGGED, telling.verdict().story(), tagged, telling.article().fetched());
    }
}
