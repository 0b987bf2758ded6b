package org.tocsin.ingestor.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.publish.VisitPublisher;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

class FeedFollowerTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final TopicPartition FEEDS = new TopicPartition("news.feeds", 0);
    private static final TopicPartition REPORTS = new TopicPartition("news.feed-reports", 0);

    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://f"));
    private final MockConsumer<String, byte[]> feeds = new MockConsumer<>("earliest");
    private final MockConsumer<String, byte[]> reports = new MockConsumer<>("earliest");
    private final Schedule schedule = new Schedule();
    private final MockProducer<String, byte[]> pen =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final VisitPublisher publisher = new VisitPublisher(partition -> pen, serdes);
    private final Feed feed = Feed.at("https://a.example/");
    private FeedFollower follower;

    @BeforeEach
    void join() {
        feeds.updateBeginningOffsets(Map.of(FEEDS, 0L));
        reports.updateBeginningOffsets(Map.of(REPORTS, 0L));
        follower = new FeedFollower(feeds, reports, serdes, schedule, publisher);
    }

    @Test
    void isReadyOnlyWhenItKnowsItsFeedsAndTheirReports() {
        feeds.updateEndOffsets(Map.of(FEEDS, 1L));
        reports.updateEndOffsets(Map.of(REPORTS, 1L));
        assertThat(poll()).isFalse();

        feeds.rebalance(List.of(FEEDS));
        feeds.addRecord(record(FEEDS, 0, feed.id(), bytes(feed)));
        assertThat(poll()).isFalse();
        reports.addRecord(record(REPORTS, 0, feed.id(), bytes(report(NOW.plusSeconds(60)))));

        assertThat(poll()).isTrue();
        assertThat(schedule.take(NOW, 10)).isEmpty();
        assertThat(schedule.take(NOW.plusSeconds(60), 10)).hasSize(1);
    }

    @Test
    void takesChangesInWhileItRuns() {
        assign(0);
        assertThat(poll()).isTrue();

        feeds.addRecord(record(FEEDS, 0, feed.id(), bytes(feed)));
        poll();
        assertThat(schedule.size()).isEqualTo(1);
        feeds.addRecord(record(FEEDS, 1, feed.id(), null));
        poll();

        assertThat(schedule.size()).isZero();
    }

    @Test
    void passesOverARecordThatCannotBeRead() {
        assign(0);
        poll();

        feeds.addRecord(record(FEEDS, 0, "x", "junk".getBytes(StandardCharsets.UTF_8)));
        feeds.addRecord(record(FEEDS, 1, feed.id(), bytes(feed)));
        poll();

        assertThat(schedule.size()).isEqualTo(1);
    }

    @Test
    void letsGoOfTheFeedsOfAPartitionThatMoves() {
        assign(0);
        poll();
        feeds.addRecord(record(FEEDS, 0, feed.id(), bytes(feed)));
        poll();

        follower.onPartitionsRevoked(List.of(FEEDS));

        assertThat(schedule.size()).isZero();
        assertThat(pen.closed()).isTrue();
    }

    @Test
    void takesThePenOfAPartitionBeforeItReadsWhatIsKnown() {
        feeds.updateEndOffsets(Map.of(FEEDS, 0L));
        reports.updateEndOffsets(Map.of(REPORTS, 0L));
        pen.initTransactionException = new TimeoutException("its last holder is not done");

        assertThatThrownBy(() -> feeds.rebalance(List.of(FEEDS)))
                .isInstanceOf(TimeoutException.class);

        assertThat(reports.assignment()).isEmpty();
    }

    @Test
    void believesTheLatestReportOfAFeed() {
        feeds.updateEndOffsets(Map.of(FEEDS, 1L));
        reports.updateEndOffsets(Map.of(REPORTS, 2L));
        feeds.rebalance(List.of(FEEDS));
        feeds.addRecord(record(FEEDS, 0, feed.id(), bytes(feed)));
        poll();

        reports.addRecord(record(REPORTS, 0, feed.id(), bytes(report(NOW))));
        reports.addRecord(record(REPORTS, 1, feed.id(), bytes(report(NOW.plusSeconds(60)))));
        poll();

        assertThat(schedule.take(NOW, 10)).isEmpty();
        assertThat(schedule.take(NOW.plusSeconds(60), 10)).hasSize(1);
    }

    private void assign(long end) {
        feeds.updateEndOffsets(Map.of(FEEDS, end));
        reports.updateEndOffsets(Map.of(REPORTS, 0L));
        feeds.rebalance(List.of(FEEDS));
    }

    private boolean poll() {
        return follower.poll(Duration.ZERO);
    }

    private byte[] bytes(Feed value) {
        return serdes.of(Topics.FEEDS).serializer().serialize(FEEDS.topic(), value);
    }

    private byte[] bytes(FeedReport value) {
        return serdes.of(Topics.FEED_REPORTS).serializer().serialize(REPORTS.topic(), value);
    }

    private FeedReport report(Instant due) {
        return FeedReport.draft(feed, NOW).fetched(200, 1, 1).due(due).report();
    }

    private static ConsumerRecord<String, byte[]> record(
            TopicPartition at, long offset, String key, byte[] value) {
        return new ConsumerRecord<>(at.topic(), at.partition(), offset, key, value);
    }
}
