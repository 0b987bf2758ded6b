package org.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;
import org.tocsin.gateway.preview.Preview;
import org.tocsin.gateway.preview.Previews;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * {@code tocsin all} killed as a process is, again and again, while news comes in: what rang is
 * what a preview of the log says, alert for alert.
 */
class KilledSystemTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration UNTIL_KILLED = Duration.ofSeconds(2);
    private static final int LIVES = 3;
    private static final int ITEMS_OF_A_LIFE = 16;
    private static final Lexicon LEXICON = Lexicon.shipped();

    private static final List<String> LANDS = List.of("Norway", "Kenya", "Peru", "Japan", "Egypt");

    private Settings settings;
    private AvroSerdes serdes;

    @Test
    void ringsWhatAPreviewOfTheLogSaysAlertForAlert(@TempDir Path data) throws Exception {
        Instant begin = Instant.now().minusSeconds(60);
        try (var platform = EmbeddedPlatform.start(Settings.from(environment(data)));
                var feed = new LocalFeed()) {
            settings = platform.settings();
            serdes = new AvroSerdes(settings.registry());
            watchlists().forEach(one -> put(Topics.WATCHLISTS, one.id(), one));
            put(Topics.FEEDS, feed.feed().id(), feed.feed());
            for (int life = 0; life < LIVES; life++) {
                liveAndDie(feed, life, data);
            }
            Process last = start(data, LIVES);
            try {
                List<String> live = rung(LIVES * ITEMS_OF_A_LIFE);

                assertThat(live).hasSizeGreaterThan(ITEMS_OF_A_LIFE).doesNotHaveDuplicates();
                assertThat(live).containsExactlyInAnyOrderElementsOf(previewed(begin));
            } finally {
                kill(last);
            }
        }
    }

    private static Map<String, String> environment(Path data) {
        return Map.of(
                "TOCSIN_DATA", data.toString(),
                "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                "TOCSIN_EMBEDDED_REGISTRY_PORT", "0");
    }

    private static List<Watchlist> watchlists() {
        return List.of(
                watchlist("truces", "event:ceasefire AND type:country", "article"),
                watchlist("bombs", "event:military-strike", "sentence"),
                watchlist("told-twice", "event:ceasefire OR event:military-strike", "story"),
                watchlist("one-day", "event:ceasefire AND event:military-strike", "PT6H"),
                watchlist("in-turn", "event:ceasefire THEN event:military-strike", "PT6H"),
                rationed("few", "event:ceasefire OR event:military-strike"));
    }

    private static Watchlist watchlist(String id, String when, String within) {
        return new Watchlist(id, id, "desk", Severity.LOW, when, within, 1, Duration.ZERO, null, 1);
    }

    /** Of which the day's first few ring, wherever they were tagged. */
    private static Watchlist rationed(String id, String when) {
        return new Watchlist(
                id,
                id,
                "desk",
                Severity.LOW,
                when,
                "article",
                1,
                Duration.ZERO,
                null,
                1,
                null,
                ITEMS_OF_A_LIFE + 5,
                null,
                null);
    }

    /** Half of the items come before it is up, half while it works on them. */
    private void liveAndDie(LocalFeed feed, int life, Path data) throws Exception {
        publish(feed, life, 0);
        Process child = start(data, life);
        try {
            rung(life * ITEMS_OF_A_LIFE / 2 + 1);
            publish(feed, life, ITEMS_OF_A_LIFE / 2);
            Thread.sleep(UNTIL_KILLED.toMillis());
        } finally {
            kill(child);
        }
    }

    private static void publish(LocalFeed feed, int life, int from) {
        for (int i = from; i < from + ITEMS_OF_A_LIFE / 2; i++) {
            int number = 100 * (life + 1) + 7 * i;
            String one = LANDS.get((life + i) % LANDS.size());
            String other = LANDS.get((life + i + 1 + i % 3) % LANDS.size());
            String text =
                    i % 2 == 0
                            ? "%s and %s announced a ceasefire at post %d on the border."
                            : "Warplanes of %s bombed a depot in %s and left %d lorries burnt.";
            feed.publish(
                    "paper" + i % 4 + ".example",
                    "item-" + number,
                    "Report number " + number,
                    text.formatted(one, other, number));
        }
    }

    private Process start(Path data, int life) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tocsin.app.Tocsin",
                        "all");
        builder.environment()
                .putAll(
                        Map.of(
                                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                                settings.kafka().get("bootstrap.servers"),
                                "TOCSIN_SCHEMA_REGISTRY_URL",
                                settings.registry().get("schema.registry.url"),
                                "TOCSIN_INGEST_ALLOW_LOOPBACK",
                                "true",
                                "TOCSIN_HTTP_PORT",
                                "0",
                                "TOCSIN_DATA",
                                data.resolve("killed").toString()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(data.resolve("life-" + life + ".log").toFile());
        return builder.start();
    }

    private static void kill(Process child) throws InterruptedException {
        child.destroyForcibly().waitFor();
    }

    /** The alerts that can be read, in words, once there are so many tagged articles. */
    private List<String> rung(int articles) {
        try (var stranger =
                new Stranger(
                        settings.kafka().get("bootstrap.servers"),
                        settings.registry().get("schema.registry.url"))) {
            stranger.awaitValues(Topics.TAGGED.name(), articles);
            return settled(stranger);
        }
    }

    /** Nothing more came for a while. */
    private static List<String> settled(Stranger stranger) {
        int known = -1;
        while (true) {
            List<GenericRecord> alerts = stranger.awaitValues(Topics.ALERTS.name(), 1);
            if (alerts.size() == known) {
                return alerts.stream().map(KilledSystemTest::words).toList();
            }
            known = alerts.size();
        }
    }

    private static String words(GenericRecord alert) {
        return String.join(
                " ",
                alert.get("watchlist").toString(),
                alert.get("thread").toString(),
                alert.get("kind").toString(),
                alert.get("trigger").toString());
    }

    private List<String> previewed(Instant begin) throws Exception {
        var all = new ArrayList<String>();
        try (var previews = new Previews(settings, serdes, Clock.systemUTC())) {
            var span = new Preview.Span(begin, Instant.now());
            for (Watchlist watchlist : watchlists()) {
                var rehearsal = Rehearsal.of(watchlist, null, LEXICON);
                Preview preview = previews.start(watchlist, span, rehearsal).orElseThrow();
                preview.await(PATIENCE);
                for (var row : preview.view().result().counts().rows()) {
                    row.alerts()
                            .forEach(
                                    one ->
                                            all.add(
                                                    String.join(
                                                            " ",
                                                            watchlist.id(),
                                                            row.thread(),
                                                            one.kind().toString(),
                                                            one.trigger())));
                }
            }
        }
        return all;
    }

    private <V> void put(Topic<V> topic, String key, V value) {
        try (var producer =
                new KafkaProducer<>(
                        new HashMap<String, Object>(settings.kafka()),
                        new StringSerializer(),
                        serdes.of(topic).serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }
}
