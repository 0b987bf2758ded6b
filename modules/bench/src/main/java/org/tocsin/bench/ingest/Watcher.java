package org.tocsin.bench.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tocsin.bench.farm.FarmPlan;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** Reads what the ingestors write, as it comes, and remembers what the figures need. */
final class Watcher implements AutoCloseable {

    /** A feed's report: how late it was fetched, negative where it had not been fetched before. */
    record Seen(Instant fetched, int partition, long lateMillis, String outcome) {}

    private final AvroSerdes serdes;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Seen> visits = new ArrayList<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Map<Integer, BitSet> told = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Thread thread = new Thread(this::run, "watcher");
    private long twice;
    private volatile boolean stopping;

    Watcher(Settings settings, AvroSerdes serdes) {
        this.serdes = serdes;
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(
                Stream.of(Topics.FEED_REPORTS.name(), Topics.ARTICLES.name())
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList());
        thread.start();
    }

    private void run() {
        try (consumer) {
            while (!stopping) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            }
        }
    }

    private synchronized void take(ConsumerRecord<String, byte[]> found) {
        if (found.topic().equals(Topics.ARTICLES.name())) {
            Article article =
                    serdes.of(Topics.ARTICLES)
                            .deserializer()
                            .deserialize(found.topic(), found.value());
            twice += ids.add(article.id()) ? 0 : 1;
            told.computeIfAbsent(FarmPlan.feedOf(article.guid()), feed -> new BitSet())
                    .set(FarmPlan.itemOf(article.guid()));
            return;
        }
        FeedReport report =
                serdes.of(Topics.FEED_REPORTS)
                        .deserializer()
                        .deserialize(found.topic(), found.value());
        Instant was = due.put(report.feed(), report.nextDue());
        long late = was == null ? -1 : Duration.between(was, report.fetched()).toMillis();
        visits.add(new Seen(report.fetched(), found.partition(), late, report.outcome()));
    }

    /** How many feeds have been fetched at least once. */
    synchronized int feeds() {
        return due.size();
    }

    synchronized long articles() {
        return ids.size();
    }

    /** Articles that were told again under the same id. */
    synchronized long toldTwice() {
        return twice;
    }

    synchronized List<Seen> visits() {
        return List.copyOf(visits);
    }

    /** Items older than the latest told of their feed that were never told. */
    synchronized long missed() {
        return told.values().stream()
                .mapToLong(items -> items.length() - items.cardinality())
                .sum();
    }

    /** Feeds that tell items, and told none. */
    synchronized long mute(FarmPlan plan) {
        return IntStream.range(0, plan.feeds())
                .filter(feed -> plan.tells(feed) && !told.containsKey(feed))
                .count();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
