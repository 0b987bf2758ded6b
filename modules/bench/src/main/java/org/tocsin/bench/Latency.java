package org.tocsin.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** Reads what was told, as anyone would who reads what is committed, and notes when. */
final class Latency implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> taken = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, Telling> consumer;
    private final Thread reader = new Thread(this::read, "latency");
    private volatile boolean open = true;

    Latency(Settings settings, AvroSerdes serdes) {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put("isolation.level", "read_committed");
        consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), serdes.of(Topics.STORIES).deserializer());
        List<TopicPartition> all =
                consumer.partitionsFor(Topics.STORIES.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        reader.start();
    }

    static Article fetched(Article article, Instant now) {
        return new Article(
                article.id(),
                article.guid(),
                article.url(),
                article.source(),
                article.feed(),
                article.title(),
                article.text(),
                article.language(),
                now,
                null,
                now,
                article.authors(),
                article.categories());
    }

    void sent(Article article) {
        sent.put(article.id(), System.nanoTime());
    }

    private void read() {
        while (open) {
            consumer.poll(Duration.ofMillis(100))
                    .forEach(
                            record -> {
                                String id = record.value().article().id();
                                long since = System.nanoTime() - sent.getOrDefault(id, 0L);
                                taken.put(id, since / 1_000_000);
                            });
        }
    }

    /** What each took that was sent; waits for the last. */
    long[] millis() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!taken.keySet().containsAll(sent.keySet()) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return sent.keySet().stream()
                .mapToLong(id -> taken.getOrDefault(id, PATIENCE.toMillis()))
                .toArray();
    }

    @Override
    public void close() {
        open = false;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
