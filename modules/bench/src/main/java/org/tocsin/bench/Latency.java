package org.tocsin.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * Reads what the stages write, as anyone would who reads what is committed, and notes when each
 * article passed. Of alerts the first counts that an article rang.
 */
final class Latency implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** Where articles pass, and when each did, in nanoseconds. */
    private record Post(String topic, Function<byte[], String> article, Map<String, Long> passed) {

        static <V> Post at(Topic<V> topic, AvroSerdes serdes, Function<V, String> article) {
            var values = serdes.of(topic).deserializer();
            return new Post(
                    topic.name(),
                    bytes -> article.apply(values.deserialize(topic.name(), bytes)),
                    new ConcurrentHashMap<>());
        }
    }

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final List<Post> posts;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread reader = new Thread(this::read, "latency");
    private volatile boolean open = true;

    /**
     * @param stages how many run: dedupe, tag, watch
     */
    Latency(Settings settings, AvroSerdes serdes, int stages) {
        posts =
                List.of(
                                Post.at(Topics.STORIES, serdes, (Telling it) -> it.article().id()),
                                Post.at(
                                        Topics.TAGGED,
                                        serdes,
                                        (TaggedTelling it) -> it.telling().article().id()),
                                Post.at(Topics.ALERTS, serdes, Alert::trigger))
                        .subList(0, stages);
        var config = new HashMap<String, Object>(settings.kafka());
        config.put("isolation.level", "read_committed");
        consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all =
                posts.stream()
                        .flatMap(post -> consumer.partitionsFor(post.topic()).stream())
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
        sent.putIfAbsent(article.id(), System.nanoTime());
    }

    private void read() {
        while (open) {
            var records = consumer.poll(Duration.ofMillis(100));
            long now = System.nanoTime();
            for (Post post : posts) {
                for (var record : records.records(post.topic())) {
                    post.passed().putIfAbsent(post.article().apply(record.value()), now);
                }
            }
        }
    }

    /** Says what each hop took, and all of them, when nothing passes any more. */
    void report() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int passed;
        do {
            // Which articles are told and alerted cannot be known beforehand.
            passed = passed();
            Thread.sleep(QUIET.toMillis());
        } while (passed() > passed && System.nanoTime() < end);
        Map<String, Long> before = sent;
        for (Post post : posts) {
            post.passed().keySet().retainAll(sent.keySet());
            print("to " + post.topic(), before, post.passed());
            before = post.passed();
        }
        if (posts.size() > 1) {
            print("from fetched to " + posts.get(posts.size() - 1).topic(), sent, before);
        }
    }

    private int passed() {
        return posts.stream().mapToInt(post -> post.passed().size()).sum();
    }

    private static void print(String hop, Map<String, Long> from, Map<String, Long> to) {
        long[] millis =
                to.keySet().stream()
                        .filter(from::containsKey)
                        .mapToLong(id -> (to.get(id) - from.get(id)) / 1_000_000)
                        .toArray();
        System.out.println(
                millis.length == 0 ? hop + ": nothing passed" : Figures.latency(hop, millis));
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
