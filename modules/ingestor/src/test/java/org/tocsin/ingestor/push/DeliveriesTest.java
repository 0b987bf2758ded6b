package org.tocsin.ingestor.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.core.feed.Pushed;
import org.tocsin.core.feed.Pushed.Kind;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.fetch.FetchLimits;
import org.tocsin.ingestor.fetch.Fetcher;
import org.tocsin.ingestor.polite.Courtesy;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.ingestor.visit.FeedVisitor;
import org.tocsin.ingestor.visit.Visit;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

class DeliveriesTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TopicPartition AT = new TopicPartition("news.pushes", 0);

    /** Refuses connections, so a poll of it fails and shows. */
    private final Feed feed = Feed.at("http://127.0.0.1:1/feed");

    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://d"));
    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
    private final PushReader reader = new PushReader(kafka, serdes);
    private final Fetcher fetcher =
            new Fetcher(AddressGuard.allowingLoopback(), FetchLimits.USUAL, CLOCK);
    private final FeedVisitor visitor =
            new FeedVisitor(new Courtesy(fetcher, Clock.systemUTC()), CLOCK);
    private final Deliveries deliveries = new Deliveries(reader, visitor, Runnable::run);
    private final Schedule schedule = new Schedule();
    private final List<Article> told = new ArrayList<>();
    private final List<Visit> written = new ArrayList<>();
    private final Push push =
            new Push("https://hub.example/", feed.url(), Push.ACTIVE, NOW, NOW.plusSeconds(900));
    private long offset;

    @BeforeEach
    void follow() {
        kafka.updateBeginningOffsets(Map.of(AT, 0L));
        reader.follow(Set.of(0));
        schedule.follow(feed, 0);
        FeedReport report =
                FeedReport.draft(feed, NOW)
                        .fetched(200, 1, 1)
                        .push(push)
                        .due(NOW.plusSeconds(900))
                        .report();
        schedule.remember(report, 0);
    }

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void tellsWhatAHubSentOnceHoweverOftenItSendsIt() {
        receive(note(Kind.CONTENT, rss("one")));
        receive(note(Kind.CONTENT, rss("one")));
        receive(note(Kind.CONTENT, rss("two", "one")));

        rounds(3);

        assertThat(told).extracting(Article::title).containsExactly("one", "two");
        assertThat(position()).isEqualTo(3);
    }

    @Test
    void commitsOnlyWhatIsWritten() {
        receive(note(Kind.CONTENT, rss("one")));
        deliveries.round(schedule, visit -> {}, NOW);

        assertThat(position()).isZero();
        deliveries.settled(feed.id(), true);
        assertThat(position()).isEqualTo(1);
    }

    @Test
    void comesBackToWhatWasNotWritten() {
        receive(note(Kind.CONTENT, rss("one")));
        deliveries.round(schedule, visit -> {}, NOW);
        schedule.putBack(feed.id());
        deliveries.settled(feed.id(), false);

        rounds(1);

        assertThat(told).extracting(Article::title).containsExactly("one");
        assertThat(position()).isEqualTo(1);
    }

    @Test
    void waitsForAFeedThatIsBeingVisited() {
        schedule.takeNow(feed.id());
        receive(note(Kind.CONTENT, rss("one")));
        rounds(2);
        assertThat(told).isEmpty();
        schedule.putBack(feed.id());

        rounds(1);

        assertThat(told).hasSize(1);
    }

    @Test
    void dropsWhatIsForAFeedThatLeft() {
        receive(note(Kind.CONTENT, rss("one")));
        receive(note(Kind.PING, null));
        schedule.unfollow(feed.id());

        rounds(2);

        assertThat(written).isEmpty();
        assertThat(position()).isEqualTo(2);
    }

    @Test
    void dropsWhatComesFromAHubThatTheFeedLeft() {
        var other = new Push("https://old.example/", feed.url(), Push.ACTIVE, NOW, null);
        receive(note(other, Kind.CONTENT, rss("one")));
        receive(note(other, Kind.DENIED, null));

        rounds(2);

        assertThat(written).isEmpty();
        assertThat(position()).isEqualTo(2);
    }

    @Test
    void knowsFromWhatIsConfirmedUntilWhenTheHubDelivers() {
        receive(note(Kind.CONFIRMED, null));

        rounds(1);

        assertThat(push().until()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(push().state()).isEqualTo(Push.ACTIVE);
        assertThat(written.get(0).report().fetched()).isEqualTo(NOW);
    }

    @Test
    void knowsWhatIsDeniedOrEnded() {
        receive(note(Kind.ENDED, null));

        rounds(1);

        assertThat(push().state()).isEqualTo(Push.DENIED);
    }

    @Test
    void asksTheFeedItselfWhereTheHubOnlySaysThatThereIsSomething() {
        receive(note(Kind.PING, null));
        receive(note(Kind.PING, null));
        rounds(2);
        assertThat(written).isEmpty();

        round(NOW.plusSeconds(11));

        assertThat(written).hasSize(1);
        assertThat(written.get(0).report().outcome()).isEqualTo("failed");
        assertThat(position()).isEqualTo(2);
    }

    @Test
    void asksTheFeedItselfWhereWhatTheHubSentIsNoFeed() {
        receive(note(Kind.CONTENT, "hello"));
        rounds(1);
        assertThat(position()).isZero();

        round(NOW.plusSeconds(11));

        assertThat(written.get(1).report().outcome()).isEqualTo("failed");
        assertThat(position()).isEqualTo(1);
    }

    @Test
    void passesOverWhatCannotBeRead() {
        kafka.addRecord(
                new ConsumerRecord<>(
                        AT.topic(), 0, offset++, feed.id(), "?".getBytes(StandardCharsets.UTF_8)));
        receive(note(Kind.CONTENT, rss("one")));

        rounds(1);

        assertThat(told).hasSize(1);
        assertThat(position()).isEqualTo(2);
    }

    @Test
    void leavesToTheNextOwnerWhatItWasNotDoneWith() {
        schedule.takeNow(feed.id());
        receive(note(Kind.CONTENT, rss("one")));
        rounds(1);

        schedule.release(Set.of(0));
        reader.follow(Set.of());
        rounds(1);

        assertThat(written).isEmpty();
        assertThat(kafka.committed(Set.of(AT))).doesNotContainEntry(AT, new OffsetAndMetadata(1));
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            round(NOW);
        }
    }

    /** What the ingestor does with visits, and that it is done. */
    private void round(Instant now) {
        var visits = new ArrayList<Visit>();
        deliveries.round(schedule, visits::add, now);
        for (Visit visit : visits) {
            written.add(visit);
            told.addAll(visit.articles());
            schedule.finish(visit.report());
            deliveries.settled(visit.report().feed(), true);
        }
    }

    private long position() {
        reader.commit();
        OffsetAndMetadata committed = kafka.committed(Set.of(AT)).get(AT);
        return committed == null ? 0 : committed.offset();
    }

    private Push push() {
        return schedule.followed(feed.id()).last().push();
    }

    private void receive(Pushed pushed) {
        byte[] value = serdes.of(Topics.PUSHES).serializer().serialize(AT.topic(), pushed);
        kafka.addRecord(new ConsumerRecord<>(AT.topic(), 0, offset++, pushed.feed(), value));
    }

    private Pushed note(Kind kind, String body) {
        return note(push, kind, body);
    }

    private Pushed note(Push about, Kind kind, String body) {
        Callback callback = Callback.of(feed.id(), about);
        return new Pushed(
                callback.feed(),
                callback.hub(),
                callback.topic(),
                kind,
                NOW,
                kind == Kind.CONFIRMED ? Duration.ofDays(1) : null,
                null,
                null,
                body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    private static String rss(String... titles) {
        var rss = new StringBuilder("<rss version='2.0'><channel><title>F</title>");
        for (String title : titles) {
            rss.append("<item><guid>").append(title).append("</guid><title>").append(title);
            rss.append("</title></item>");
        }
        return rss.append("</channel></rss>").toString();
    }
}
