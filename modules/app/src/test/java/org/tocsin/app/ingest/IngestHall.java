package org.tocsin.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/** A broker and a registry, ingestors in this process and in others, and what they wrote. */
final class IngestHall implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Ingestor> open = new ArrayList<>();
    private final List<Process> children = new ArrayList<>();
    private final EmbeddedPlatform platform;
    private final AvroSerdes serdes;
    private final Path folder;

    IngestHall(Path folder) throws CannotStart {
        this.folder = folder;
        platform =
                EmbeddedPlatform.start(
                        Settings.from(
                                Map.of(
                                        "TOCSIN_DATA", folder.toString(),
                                        "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                                        "TOCSIN_EMBEDDED_REGISTRY_PORT", "0")));
        serdes = new AvroSerdes(platform.settings().registry());
    }

    void configure(List<Feed> feeds) {
        try (var producer =
                new KafkaProducer<>(
                        new HashMap<>(platform.settings().kafka()),
                        new StringSerializer(),
                        serdes.of(Topics.FEEDS).serializer())) {
            feeds.forEach(
                    feed ->
                            producer.send(
                                    new ProducerRecord<>(Topics.FEEDS.name(), feed.id(), feed)));
        }
    }

    /** An ingestor in this process; without a name it leaves the group when it is closed. */
    Ingestor ingestor() {
        var ingestor =
                new Ingestor(
                        platform.settings(),
                        serdes,
                        Clock.systemUTC(),
                        AddressGuard.allowingLoopback());
        open.add(ingestor);
        ingestor.start();
        return ingestor;
    }

    /** {@code tocsin ingest} in a process of its own, to be killed as a process is. */
    Process child(String name) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tocsin.app.Tocsin",
                        "ingest");
        Settings settings = platform.settings();
        builder.environment()
                .putAll(
                        Map.of(
                                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                                settings.kafka().get("bootstrap.servers"),
                                "TOCSIN_SCHEMA_REGISTRY_URL",
                                settings.registry().get("schema.registry.url"),
                                "TOCSIN_INGEST_ALLOW_LOOPBACK",
                                "true",
                                "TOCSIN_INSTANCE",
                                name,
                                "TOCSIN_DATA",
                                folder.resolve(name).toString()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(name + ".log").toFile());
        Process child = builder.start();
        children.add(child);
        return child;
    }

    /** All articles that stand on the topic, those of open transactions not among them. */
    List<Article> articles() {
        return read(Topics.ARTICLES);
    }

    List<FeedReport> reports() {
        return read(Topics.FEED_REPORTS);
    }

    private <V> List<V> read(Topic<V> topic) {
        var config = new HashMap<String, Object>(platform.settings().kafka());
        config.put("isolation.level", "read_committed");
        var values = new ArrayList<V>();
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), serdes.of(topic).deserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> values.add(found.value()));
            }
        }
        return values;
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            pause();
        }
    }

    /** Between two looks: the machine has other work to do. */
    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }

    @Override
    public void close() {
        children.forEach(Process::destroyForcibly);
        open.forEach(Ingestor::close);
        platform.close();
    }
}
