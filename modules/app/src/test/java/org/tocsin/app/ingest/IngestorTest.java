package org.tocsin.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.TopicAdmin;
import org.tocsin.wire.topic.Topics;

/** The ingestor on a real broker, with feeds on a local server. */
class IngestorTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://app"));
    private final List<String> items = new ArrayList<>(List.of("one"));
    private final List<Ingestor> open = new ArrayList<>();

    @TempDir private Path folder;
    private EmbeddedKafka kafka;
    private Settings settings;
    private HttpServer web;

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start(folder, 0);
        settings = Settings.from(Map.of()).at(kafka.bootstrapServers(), "mock://app");
        try (var admin = new TopicAdmin(settings)) {
            admin.apply();
        }
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(
                "/",
                exchange -> {
                    byte[] body = rss().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        web.start();
    }

    @AfterEach
    void stop() throws IOException {
        open.forEach(Ingestor::close);
        web.stop(0);
        kafka.close();
    }

    @Test
    void tellsEachArticleOnceAcrossChangesAndRestarts() {
        configure(feed("/a"));
        Ingestor first = ingestor();
        await(() -> titles().size() == 1);
        add("two");
        await(() -> titles().size() == 2);
        long start = System.nanoTime();
        first.close();
        Duration closing = Duration.ofNanos(System.nanoTime() - start);
        add("three");

        ingestor();

        await(() -> titles().size() == 3);
        assertThat(titles()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(closing).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void takesNewFeedsWhileRunningAndSharesThemWithAnotherInstance() {
        Ingestor first = ingestor();
        await(() -> first.status().ready());
        for (int i = 0; i < 12; i++) {
            configure(feed("/" + i));
        }
        await(() -> first.status().feeds() == 12);

        Ingestor second = ingestor();

        await(() -> second.status().feeds() > 0 && first.status().feeds() < 12);
        await(() -> first.status().feeds() + second.status().feeds() == 12);
        first.close();
        await(() -> second.status().feeds() == 12);
    }

    private Ingestor ingestor() {
        var ingestor =
                new Ingestor(settings, serdes, Clock.systemUTC(), AddressGuard.allowingLoopback());
        open.add(ingestor);
        ingestor.start();
        return ingestor;
    }

    private Feed feed(String path) {
        String url = "http://127.0.0.1:" + web.getAddress().getPort() + path;
        return Feed.at(url).every(Duration.ofMillis(300)).readingPages(false);
    }

    private void configure(Feed feed) {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            byte[] value =
                    serdes.of(Topics.FEEDS).serializer().serialize(Topics.FEEDS.name(), feed);
            producer.send(new ProducerRecord<>(Topics.FEEDS.name(), feed.id(), value));
        }
    }

    private synchronized void add(String item) {
        items.add(0, item);
    }

    private synchronized String rss() {
        var rss = new StringBuilder("<rss version='2.0'><channel><title>W</title>");
        items.forEach(item -> rss.append("<item><title>").append(item).append("</title></item>"));
        return rss.append("</channel></rss>").toString();
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
                        .forEach(found -> titles.add(read(found.value()).title()));
            }
        }
        return titles;
    }

    private Article read(byte[] value) {
        return serdes.of(Topics.ARTICLES).deserializer().deserialize(Topics.ARTICLES.name(), value);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
