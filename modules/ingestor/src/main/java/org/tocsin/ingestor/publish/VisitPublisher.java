package org.tocsin.ingestor.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
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
 * feed gives, {@code news.coverage}, transaction by transaction. Belongs to one thread. A producer
 * that failed is thrown away and opened anew, so an outage of Kafka ends with the outage.
 */
public final class VisitPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VisitPublisher.class);

    private final Supplier<Producer<String, byte[]>> producers;
    private final Serializer<Article> articles;
    private final Serializer<FeedReport> reports;
    private final Serializer<Coverage> coverages;
    private Producer<String, byte[]> producer;

    /** The producers have a transactional id; each is closed here. */
    public VisitPublisher(Supplier<Producer<String, byte[]>> producers, AvroSerdes serdes) {
        this.producers = producers;
        this.articles = serdes.of(Topics.ARTICLES).serializer();
        this.reports = serdes.of(Topics.FEED_REPORTS).serializer();
        this.coverages = serdes.of(Topics.COVERAGE).serializer();
    }

    /** Writes all of these visits or none; false where none was written and it is worth a retry. */
    public boolean publish(List<Visit> visits) {
        try {
            write(visits);
            return true;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("articles could not be written, trying again: {}", e.toString());
            discard();
            return false;
        }
    }

    private void write(List<Visit> visits) {
        if (producer == null) {
            Producer<String, byte[]> opened = producers.get();
            producer = opened;
            opened.initTransactions();
        }
        producer.beginTransaction();
        for (Visit visit : visits) {
            visit.articles().forEach(this::send);
            FeedReport report = visit.report();
            send(Topics.FEED_REPORTS, report.feed(), report.fetched(), reports, report);
            Coverage change = visit.coverage();
            if (change != null) {
                send(Topics.COVERAGE, change.feed(), change.since(), coverages, change);
            }
        }
        producer.commitTransaction();
    }

    private void send(Article article) {
        send(Topics.ARTICLES, article.id(), article.fetched(), articles, article);
    }

    private <V> void send(Topic<V> topic, String key, Instant at, Serializer<V> with, V value) {
        byte[] bytes = with.serialize(topic.name(), value);
        producer.send(new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), key, bytes));
    }

    /** What was begun is aborted by the coordinator when the next producer takes the name. */
    private void discard() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        discard();
    }
}
