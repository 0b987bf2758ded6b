package org.tocsin.ingestor.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.visit.Visit;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * Writes visits to {@code news.articles}, {@code news.feed-reports} and, where they changed what a
 * feed gives, {@code news.coverage}, a transaction for each partition of feeds. Belongs to one
 * thread.
 *
 * <p>Each partition of {@code news.feeds} has one pen: a producer whose transactional id is the
 * partition's. Who takes the pen ends what its last holder had begun, and from then on nothing that
 * holder writes is accepted, were it only asleep. So what is read of a partition after its pen was
 * taken stays true for as long as the pen writes.
 */
public final class VisitPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VisitPublisher.class);

    /** What brokers take unless told otherwise is a mebibyte with its envelope. */
    private static final int LARGEST = 1_000_000;

    private final IntFunction<Producer<String, byte[]>> pens;
    private final Serializer<Article> articles;
    private final Serializer<FeedReport> reports;
    private final Serializer<Coverage> coverages;
    private final Map<Integer, Producer<String, byte[]>> held = new HashMap<>();

    /** {@code pens} opens the producer of a partition; each is closed here. */
    public VisitPublisher(IntFunction<Producer<String, byte[]>> pens, AvroSerdes serdes) {
        this.pens = pens;
        this.articles = serdes.of(Topics.ARTICLES).serializer();
        this.reports = serdes.of(Topics.FEED_REPORTS).serializer();
        this.coverages = serdes.of(Topics.COVERAGE).serializer();
    }

    /**
     * Takes the pens of these partitions. Their last holders' transactions are over when this
     * returns.
     *
     * @throws KafkaException where the brokers are away
     */
    public void take(Collection<Integer> partitions) {
        partitions.forEach(
                partition -> {
                    release(List.of(partition));
                    Producer<String, byte[]> pen = pens.apply(partition);
                    held.put(partition, pen);
                    pen.initTransactions();
                });
    }

    /** Lays the pens of these partitions down; a transaction left open is ended by who is next. */
    public void release(Collection<Integer> partitions) {
        for (Integer partition : partitions) {
            Producer<String, byte[]> pen = held.remove(partition);
            if (pen != null) {
                pen.close(Duration.ZERO);
            }
        }
    }

    /**
     * Writes the visits of each partition, all of a partition or none.
     *
     * @throws KafkaException where some could not be written, or only perhaps; or where another
     *     took the pen. Then these pens are of no use any more, and what was known of their feeds
     *     is to be read again.
     */
    public void publish(Map<Integer, List<Visit>> visits) {
        try {
            visits.forEach(this::write);
            visits.keySet().forEach(partition -> held.get(partition).commitTransaction());
        } catch (IllegalStateException e) {
            throw new KafkaException("the pen does not write any more", e);
        }
    }

    /** Sending only fills buffers, so the transactions of several partitions travel together. */
    private void write(int partition, List<Visit> visits) {
        Producer<String, byte[]> pen = held.get(partition);
        pen.beginTransaction();
        visits.forEach(visit -> write(visit, pen));
    }

    /** All that a visit tells Kafka. */
    private void write(Visit visit, Producer<String, byte[]> pen) {
        for (Article article : visit.articles()) {
            byte[] bytes = articles.serialize(Topics.ARTICLES.name(), article);
            if (bytes.length <= LARGEST) {
                pen.send(record(Topics.ARTICLES, article.id(), article.fetched(), bytes));
            } else {
                // Refused by the broker it would cost the whole transaction, again and again.
                LOG.warn("leaving out {}: {} bytes", article.id(), bytes.length);
            }
        }
        FeedReport report = visit.report();
        byte[] bytes = reports.serialize(Topics.FEED_REPORTS.name(), report);
        pen.send(record(Topics.FEED_REPORTS, report.feed(), report.fetched(), bytes));
        Coverage change = visit.coverage();
        if (change != null) {
            byte[] event = coverages.serialize(Topics.COVERAGE.name(), change);
            pen.send(record(Topics.COVERAGE, change.feed(), change.since(), event));
        }
    }

    private static ProducerRecord<String, byte[]> record(
            Topic<?> topic, String key, Instant at, byte[] value) {
        return new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), key, value);
    }

    @Override
    public void close() {
        release(List.copyOf(held.keySet()));
    }
}
