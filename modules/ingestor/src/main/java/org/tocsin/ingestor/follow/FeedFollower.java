package org.tocsin.ingestor.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.publish.VisitPublisher;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * Keeps a schedule, and the pens, in step with the feeds of the partitions that we own. Belongs to
 * one thread.
 */
public final class FeedFollower implements ConsumerRebalanceListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);

    /** Reports kept as bytes before they are read: many are followed by a later one. */
    private static final int MOST_BYTES = 32 << 20;

    private final Consumer<String, byte[]> feeds;
    private final Consumer<String, byte[]> reports;
    private final Deserializer<Feed> feedReader;
    private final Deserializer<FeedReport> reportReader;
    private final Schedule schedule;
    private final VisitPublisher publisher;

    /** Partitions of either topic that are ours and not yet read up to where they ended. */
    private final Map<TopicPartition, Long> unread = new HashMap<>();

    /** The latest report of each feed that was met so far on the way to that end. */
    private final Map<String, ConsumerRecord<String, byte[]>> latest = new HashMap<>();

    private int bytes;

    /** Whether the group has given us our share, which may be nothing. */
    private boolean joined;

    /** {@code feeds} joins the group; {@code reports} is assigned the same partitions. */
    public FeedFollower(
            Consumer<String, byte[]> feeds,
            Consumer<String, byte[]> reports,
            AvroSerdes serdes,
            Schedule schedule,
            VisitPublisher publisher) {
        this.feeds = feeds;
        this.reports = reports;
        this.feedReader = serdes.of(Topics.FEEDS).deserializer();
        this.reportReader = serdes.of(Topics.FEED_REPORTS).deserializer();
        this.schedule = schedule;
        this.publisher = publisher;
        feeds.subscribe(List.of(Topics.FEEDS.name()), this);
    }

    /** Takes in what changed. False until all that was known when we took over has been read. */
    public boolean poll(Duration patience) {
        feeds.poll(patience).forEach(this::takeFeed);
        if (unread.isEmpty()) {
            return joined;
        }
        if (!reports.assignment().isEmpty()) {
            reports.poll(patience).forEach(this::takeReport);
        }
        unread.keySet().removeIf(this::isRead);
        if (unread.isEmpty()) {
            readLatest();
            // From here on the reports of our feeds are our own.
            reports.unsubscribe();
            LOG.info("following {} feeds", schedule.size());
        }
        return unread.isEmpty();
    }

    /** Those whose feeds are ours. */
    public Set<Integer> partitions() {
        return feeds.assignment().stream()
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        joined = true;
        if (assigned.isEmpty()) {
            return;
        }
        // Before the ends are asked for: what the last owner had begun is over by then.
        publisher.take(numbers(assigned));
        feeds.seekToBeginning(assigned);
        unread.putAll(feeds.endOffsets(assigned));
        List<TopicPartition> twins = assigned.stream().map(FeedFollower::reportsOf).toList();
        unread.putAll(reports.endOffsets(twins));
        readReports();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        revoked.forEach(
                partition -> {
                    unread.remove(partition);
                    unread.remove(reportsOf(partition));
                });
        Set<Integer> leaving = numbers(revoked);
        latest.values().removeIf(report -> leaving.contains(report.partition()));
        schedule.release(leaving);
        publisher.release(leaving);
        if (!unread.isEmpty()) {
            readReports();
        }
    }

    /** From the start, of the partitions that still are unread. */
    private void readReports() {
        List<TopicPartition> wanted = unread.keySet().stream().filter(this::isOfReports).toList();
        reports.assign(wanted);
        reports.seekToBeginning(wanted);
    }

    private boolean isRead(TopicPartition partition) {
        Consumer<String, byte[]> reader = isOfReports(partition) ? reports : feeds;
        return reader.position(partition) >= unread.get(partition);
    }

    private boolean isOfReports(TopicPartition partition) {
        return partition.topic().equals(Topics.FEED_REPORTS.name());
    }

    private static TopicPartition reportsOf(TopicPartition feeds) {
        return new TopicPartition(Topics.FEED_REPORTS.name(), feeds.partition());
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    private void takeFeed(ConsumerRecord<String, byte[]> changed) {
        Feed feed = read(changed, feedReader);
        if (feed == null) {
            schedule.unfollow(changed.key());
        } else {
            schedule.follow(feed, changed.partition());
        }
    }

    private void takeReport(ConsumerRecord<String, byte[]> written) {
        latest.put(written.key(), written);
        bytes += written.value() == null ? 0 : written.value().length;
        if (bytes > MOST_BYTES) {
            readLatest();
        }
    }

    private void readLatest() {
        latest.values()
                .forEach(
                        written -> {
                            FeedReport report = read(written, reportReader);
                            if (report != null) {
                                schedule.remember(report, written.partition());
                            }
                        });
        latest.clear();
        bytes = 0;
    }

    /**
     * The value; null where it is a tombstone or cannot be read.
     *
     * @throws RetriableException where only the registry is missing: nothing is wrong with the
     *     value
     */
    private static <V> V read(ConsumerRecord<String, byte[]> found, Deserializer<V> reader) {
        try {
            return found.value() == null ? null : reader.deserialize(found.topic(), found.value());
        } catch (RetriableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "passing over {}-{}@{}, which cannot be read: {}",
                    found.topic(),
                    found.partition(),
                    found.offset(),
                    e.toString());
            return null;
        }
    }

    @Override
    public void close() {
        feeds.close(CloseOptions.timeout(Duration.ofMillis(500)));
        reports.close(CloseOptions.timeout(Duration.ZERO));
    }
}
