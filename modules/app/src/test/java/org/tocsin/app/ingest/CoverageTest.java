package org.tocsin.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.Coverage.State;
import org.tocsin.core.feed.FeedEdit;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** A feed that goes dark and comes back, on a real broker, at two thousand times the speed. */
class CoverageTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path folder;
    private EmbeddedPlatform platform;
    private AvroSerdes serdes;
    private HttpServer web;
    private Clock clock;
    private volatile int status = 200;

    @BeforeEach
    void start() throws Exception {
        platform =
                EmbeddedPlatform.start(
                        Settings.from(
                                Map.of(
                                        "TOCSIN_DATA", folder.toString(),
                                        "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                                        "TOCSIN_EMBEDDED_REGISTRY_PORT", "0")));
        serdes = new AvroSerdes(platform.settings().registry());
        clock = new FastClock(2_000);
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(
                "/",
                exchange -> {
                    byte[] body = "not here".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(404, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        web.createContext(
                "/feed",
                exchange -> {
                    byte[] body =
                            "<rss version='2.0'><channel><title>W</title><item><title>One</title></item></channel></rss>"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
        platform.close();
    }

    @Test
    void tellsOnceThatAFeedWentDarkAndWhoMissesItAndOnceThatItIsBack() throws Exception {
        var watchlists = new WatchlistDesk(platform.settings(), serdes, clock);
        watchlists.save(List.of(rule("river", "flood AND source:127.0.0.1")), "ada");
        watchlists.save(List.of(rule("coast", "storm AND NOT source:127.0.0.1")), "ada");
        var feeds = new FeedDesk(platform.settings(), serdes, clock);
        String url = "http://127.0.0.1:" + web.getAddress().getPort() + "/feed";
        feeds.apply(List.of(FeedEdit.of(url).set("interval", "PT5M")), "ada");

        try (Ingestor first = ingestor()) {
            await(() -> first.status().visits() > 1);
            status = 503;
            await(() -> !events().isEmpty());
        }
        FeedStatus dark = feeds.statuses().get(0);
        // Who takes over knows what was told.
        try (Ingestor second = ingestor()) {
            await(() -> second.status().failures() > 0);
            status = 200;
            await(() -> events().size() > 1);
            await(() -> second.coverage().getOrDefault(State.LIVE, 0) == 1);
        }

        List<Coverage> events = events();
        assertThat(events).extracting(Coverage::state).containsExactly(State.DARK, State.LIVE);
        assertThat(events.get(0).watchlists()).containsExactly("river");
        assertThat(events.get(0).reason()).contains("503", "in a row");
        assertThat(dark.state()).isEqualTo(FeedStatus.State.DARK);
        assertThat(dark.since()).isEqualTo(events.get(0).since());
        assertThat(dark.watchlists()).containsExactly("river");
    }

    private Ingestor ingestor() {
        var ingestor =
                new Ingestor(platform.settings(), serdes, clock, AddressGuard.allowingLoopback());
        ingestor.start();
        return ingestor;
    }

    private static Watchlist rule(String id, String when) {
        return new Watchlist(id, null, null, null, when, null, 1, null, null, 1);
    }

    private List<Coverage> events() {
        var config = new HashMap<String, Object>(platform.settings().kafka());
        config.put("isolation.level", "read_committed");
        var events = new ArrayList<Coverage>();
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var all = List.of(new TopicPartition(Topics.COVERAGE.name(), 0));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long end = consumer.endOffsets(all).get(all.get(0));
            while (consumer.position(all.get(0)) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(found -> events.add(read(found.value())));
            }
        }
        return events;
    }

    private Coverage read(byte[] value) {
        return serdes.of(Topics.COVERAGE).deserializer().deserialize(Topics.COVERAGE.name(), value);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
