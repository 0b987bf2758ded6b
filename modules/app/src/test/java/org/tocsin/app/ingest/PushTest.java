package org.tocsin.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.embedded.EmbeddedKafka;
import org.tocsin.core.feed.Feed;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.TopicAdmin;
import org.tocsin.wire.topic.Topics;

/** Ingestors on a real broker, and a hub on a local server that tells them what is new. */
class PushTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int DAY = 86_400;

    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://push"));
    private final List<Ingestor> open = new ArrayList<>();

    @TempDir private Path folder;
    private EmbeddedKafka kafka;
    private Settings settings;
    private LocalHub hub;

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start(folder, 0);
        settings =
                Settings.from(
                                Map.of(
                                        "TOCSIN_PUSH_URL", "https://news.example/websub",
                                        "TOCSIN_PUSH_PORT", "0",
                                        "TOCSIN_PUSH_SECRET", "known to all ingestors"))
                        .at(kafka.bootstrapServers(), "mock://push");
        try (var admin = new TopicAdmin(settings)) {
            admin.apply();
        }
    }

    @AfterEach
    void stop() throws IOException {
        open.forEach(Ingestor::close);
        hub.close();
        kafka.close();
    }

    @Test
    void readsWhatAHubTellsWithoutAPoll() throws Exception {
        hub = new LocalHub(10 * DAY);
        Ingestor ingestor = ingestor(Clock.systemUTC());
        hub.reach(ingestor.pushPort());
        configure(feed());
        await(() -> ingestor.pushStatus().active() == 1);
        assertThat(titles()).containsExactly("one");
        int polls = hub.polls();

        assertThat(hub.push("two", "one")).isEqualTo(200);
        await(() -> titles().contains("two"));
        assertThat(hub.push("two", "one")).isEqualTo(200);
        assertThat(hub.pushSigned(LocalHub.document("forged"), "guessed")).isEqualTo(200);
        assertThat(hub.push("three")).isEqualTo(200);
        await(() -> titles().contains("three"));

        assertThat(titles()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(hub.polls()).isEqualTo(polls);
        assertThat(ingestor.pushStatus().refused()).isEqualTo(1);
    }

    @Test
    void reachesTheFeedsOwnerThroughWhicheverIngestorTheHubMeets() throws Exception {
        hub = new LocalHub(10 * DAY);
        Ingestor first = ingestor(Clock.systemUTC());
        Ingestor second = ingestor(Clock.systemUTC());
        await(() -> first.status().ready() && second.status().ready());
        hub.reach(first.pushPort());
        configure(feed());
        await(() -> first.status().feeds() + second.status().feeds() == 1);
        Ingestor owner = first.status().feeds() == 1 ? first : second;
        Ingestor other = owner == first ? second : first;
        hub.reach(other.pushPort());
        await(() -> owner.pushStatus().active() == 1);

        hub.push("two");
        await(() -> titles().contains("two"));
        owner.close();
        hub.push("three");
        await(() -> titles().contains("three"));

        assertThat(titles()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(other.pushStatus().accepted()).isGreaterThanOrEqualTo(2);
        assertThat(other.pushStatus().active()).isEqualTo(1);
    }

    @Test
    void renewsWhileItLastsHearsARefusalAndSaysGoodbye() throws Exception {
        hub = new LocalHub(DAY);
        // A day is a little more than eight seconds.
        Ingestor ingestor = ingestor(new Hasty(10_000));
        hub.reach(ingestor.pushPort());
        configure(feed());
        await(() -> ingestor.pushStatus().active() == 1);

        await(() -> hub.confirmed().size() >= 2);
        assertThat(hub.confirmed()).containsOnly("subscribe");
        int before = hub.confirmed().size();
        assertThat(hub.deny()).isEqualTo(200);
        // A refusal holds until the next visit, a moment on this clock: the hub is asked anew.
        await(() -> hub.confirmed().size() > before && ingestor.pushStatus().active() == 1);
        remove(feed());

        await(() -> hub.confirmed().contains("unsubscribe"));
        await(() -> ingestor.pushStatus().active() == 0);
    }

    /**
     * Runs many times as fast as time does, from a while ago: brokers take nothing of the future.
     */
    private static final class Hasty extends Clock {
        private final Instant start = Instant.now().minus(Duration.ofDays(60));
        private final long nanos = System.nanoTime();
        private final int times;

        Hasty(int times) {
            this.times = times;
        }

        @Override
        public Instant instant() {
            return start.plusNanos((System.nanoTime() - nanos) * times);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Ingestor ingestor(Clock clock) {
        var ingestor = new Ingestor(settings, serdes, clock, AddressGuard.allowingLoopback());
        open.add(ingestor);
        ingestor.start();
        return ingestor;
    }

    private Feed feed() {
        return Feed.at(hub.feedUrl()).every(Duration.ofDays(30));
    }

    private void configure(Feed feed) {
        write(feed.id(), serdes.of(Topics.FEEDS).serializer().serialize("t", feed));
    }

    private void remove(Feed feed) {
        write(feed.id(), null);
    }

    private void write(String key, byte[] value) {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.FEEDS.name(), key, value));
        }
    }

    private List<String> titles() {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "isolation.level",
                        "read_committed");
        var titles = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.ARTICLES.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(
                                found ->
                                        titles.add(
                                                serdes.of(Topics.ARTICLES)
                                                        .deserializer()
                                                        .deserialize("t", found.value())
                                                        .title()));
            }
        }
        return titles;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            // The ingestors need the processor more than we do.
            LockSupport.parkNanos(20_000_000);
        }
    }
}
