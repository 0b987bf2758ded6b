package org.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.deadletter.DeadLetter;
import org.tocsin.gateway.deadletter.Place;
import org.tocsin.gateway.deadletter.Selection;
import org.tocsin.gateway.desk.Author;
import org.tocsin.gateway.desk.DeadLetterDesk;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.DeadLetterHeaders;
import org.tocsin.wire.topic.Topics;

/**
 * What the product promises from end to end, on whatever platform the subclass brings. One system
 * serves all tests, in order: starting one costs seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class PipelineTests {

    private static final String TRUCE = "Norway and Finland announced a ceasefire on Friday.";

    private Platform platform;
    private Installation system;
    private LocalFeed feed;
    private Stranger stranger;

    abstract Platform platform() throws Exception;

    @BeforeAll
    void startTheSystem(@TempDir Path data) throws Exception {
        platform = platform();
        system = new Installation(platform, data);
        system.createTopic(Topics.alertsTo("north"));
        system.put(Topics.WATCHLISTS, "northern-truce", watchlist());
        system.start();
        feed = new LocalFeed();
        system.put(Topics.FEEDS, feed.feed().id(), feed.feed());
        stranger = system.stranger();
    }

    @AfterAll
    void stopTheSystem() {
        for (AutoCloseable open : new AutoCloseable[] {stranger, feed, system, platform}) {
            try {
                if (open != null) {
                    open.close();
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    @Order(1)
    void aFeedThatAnswersAWatchlistRingsWhereAnyoneCanRead() {
        feed.publish("north.example", "t-1", "Guns fall silent", TRUCE);

        GenericRecord alert = stranger.awaitValues("news.alerts", 1).get(0);
        GenericRecord routed = stranger.awaitValues("news.alerts.north", 1).get(0);
        GenericRecord current = stranger.awaitValues("news.alerts.current", 1).get(0);

        assertThat(alert.get("watchlist")).hasToString("northern-truce");
        assertThat(alert.get("kind")).hasToString("NEW");
        assertThat(alert.get("seq")).isEqualTo(1);
        assertThat(alert.get("severity")).hasToString("HIGH");
        assertThat((List<?>) alert.get("evidence")).isNotEmpty();
        assertThat(routed.get("id")).isEqualTo(alert.get("id"));
        assertThat(current.get("id")).isEqualTo(alert.get("id"));
    }

    @Test
    @Order(2)
    void anAlertIsACloudEventUnderItsThread() {
        ConsumerRecord<String, byte[]> record =
                stranger.await("news.alerts", records -> !records.isEmpty()).get(0);
        GenericRecord alert = stranger.decode(record.value());

        assertThat(record.key()).isEqualTo(alert.get("thread").toString());
        assertThat(header(record, "ce_id")).isEqualTo(alert.get("id").toString());
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(record.headers().headers("ce_type")).isNotEmpty();
        assertThat(record.headers().headers("ce_source")).isNotEmpty();
        assertThat(record.headers().headers("ce_time")).isNotEmpty();
    }

    @Test
    @Order(3)
    void aPoisonRecordIsLaidAsideAndTheStageGoesOn() {
        system.putRaw(Topics.ARTICLES, "poison", "no Avro".getBytes(StandardCharsets.UTF_8));
        feed.publish("north.example", "n-1", "A ferry is late", "The morning ferry is late.");

        List<DeadLetter> dead = awaitDeadLetters(1);
        awaitStory("A ferry is late");

        assertThat(dead.get(0).value()).isEqualTo("no Avro".getBytes(StandardCharsets.UTF_8));
        assertThat(dead.get(0).header(DeadLetterHeaders.REASON)).isEqualTo("unreadable");
        assertThat(dead.get(0).header(DeadLetterHeaders.STAGE)).isEqualTo("dedupe");
        assertThat(dead.get(0).topic()).isEqualTo("news.articles");
        assertThat(system.isLive()).isTrue();
    }

    @Test
    @Order(4)
    void aReplayedDeadLetterComesBackToItsTopicAsItWas() {
        Place place = awaitDeadLetters(1).get(0).place();

        replay(place);
        List<ConsumerRecord<String, byte[]>> poison =
                stranger.await("news.articles", records -> poison(records).size() == 2);

        ConsumerRecord<String, byte[]> first = poison(poison).get(0);
        ConsumerRecord<String, byte[]> second = poison(poison).get(1);
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(second.partition()).isEqualTo(first.partition());
        assertThat(second.timestamp()).isEqualTo(first.timestamp());
        assertThat(header(second, DeadLetterHeaders.REPLAY_OF)).isEqualTo(place.toString());
        assertThat(awaitDeadLetters(2)).hasSize(2);
    }

    @Test
    @Order(5)
    void replayingAllTwiceReplaysNothingTwice() {
        List<DeadLetter> first = replayAll();
        awaitDeadLetters(2 + first.size());
        List<DeadLetter> again = replayAll();

        // The first was put back on its own before: only what it became since is due.
        assertThat(first).hasSize(1);
        // What was replayed has died again; those are new dead letters, the old ones stay done.
        assertThat(again).extracting(DeadLetter::place).doesNotContainAnyElementsOf(places(first));
    }

    @Test
    @Order(6)
    void aRestartLosesNothingAndRingsNothingTwice() throws Exception {
        int before = stranger.awaitValues("news.alerts", 1).size();
        system.stop();
        feed.publish(
                "south.example",
                "t-2",
                "Truce between neighbours",
                "On Friday a ceasefire was announced by Norway and Finland, officials say.");
        feed.publish("north.example", "n-2", "A bridge opens", "The new bridge is open to all.");

        system.start();
        awaitStory("A bridge opens");
        awaitStory("Truce between neighbours");

        List<String> rung = alertIds();
        assertThat(rung).doesNotHaveDuplicates();
        assertThat(rung.size()).isGreaterThanOrEqualTo(before);
        assertThat(alertTriggers()).doesNotHaveDuplicates();
    }

    private static Watchlist watchlist() {
        return new Watchlist(
                "northern-truce",
                "A truce in the north",
                "desk",
                Severity.HIGH,
                "actor:Norway AND actor:Finland AND event:ceasefire",
                "sentence",
                1,
                null,
                "north",
                1);
    }

    private void replay(Place place) {
        deadLetters().replay(new Selection.Named(List.of(place)), Author.of("ada"));
    }

    private List<DeadLetter> replayAll() {
        var ofArticles = new Selection.Matching(null, null, "news.articles");
        return deadLetters().replay(ofArticles, Author.of("ada")).letters();
    }

    private DeadLetterDesk deadLetters() {
        Settings settings = system.settings();
        return new DeadLetterDesk(settings, new AvroSerdes(settings.registry()), Clock.systemUTC());
    }

    private static List<Place> places(List<DeadLetter> letters) {
        return letters.stream().map(DeadLetter::place).toList();
    }

    private List<DeadLetter> awaitDeadLetters(int count) {
        stranger.await("news.dead-letters", records -> records.size() >= count);
        var letters = new ArrayList<DeadLetter>();
        deadLetters().forEach(letters::add);
        return letters;
    }

    private void awaitStory(String title) {
        stranger.await(
                "news.stories",
                records ->
                        records.stream()
                                .map(record -> stranger.decode(record.value()))
                                .map(telling -> (GenericRecord) telling.get("article"))
                                .anyMatch(
                                        article -> title.equals(article.get("title").toString())));
    }

    private List<String> alertIds() {
        return stranger.awaitValues("news.alerts", 1).stream()
                .map(alert -> alert.get("id").toString())
                .toList();
    }

    private List<String> alertTriggers() {
        return stranger.awaitValues("news.alerts", 1).stream()
                .map(alert -> alert.get("trigger") + " " + alert.get("kind"))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> poison(
            List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> "poison".equals(record.key())).toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
