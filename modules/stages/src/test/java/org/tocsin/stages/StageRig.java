package org.tocsin.stages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * Runs a stage in memory as it runs in production: the same settings, exception handlers, serdes
 * and state stores, without a broker.
 *
 * <pre>{@code
 * try (var rig = StageRig.of(TagStage::new)) {
 *     rig.send(Topics.STORIES, telling.verdict().story(), telling, fetched);
 *
 *     assertThat(rig.read(Topics.TAGGED)).hasSize(1);
 * }
 * }</pre>
 *
 * <p>Every output topic can be read once from its start; what was read is gone.
 */
public final class StageRig implements AutoCloseable {

    private final Path folder;
    private final AvroSerdes serdes;
    private final Topology topology;
    private final TopologyTestDriver driver;

    private StageRig(Path folder, Function<AvroSerdes, Stage> maker) {
        this.folder = folder;
        Settings settings =
                Settings.from(
                        Map.of(
                                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "nowhere:1",
                                "TOCSIN_SCHEMA_REGISTRY_URL", "mock://rig",
                                "TOCSIN_STATE_DIR", folder.toString()));
        serdes = new AvroSerdes(settings.registry());
        Stage stage = maker.apply(serdes);
        Properties properties = StageSettings.of(stage.name(), settings);
        // The one difference: the driver's producer drops what a transaction wrote before the first
        // record was processed, so that unreadable records would leave no dead letter.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        topology = StageRunner.topology(stage, properties);
        driver = new TopologyTestDriver(topology, properties);
    }

    public static StageRig of(Function<AvroSerdes, Stage> maker) {
        try {
            return new StageRig(Files.createTempDirectory("tocsin-rig"), maker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The serdes that the stage was made with, over a registry in memory. */
    public AvroSerdes serdes() {
        return serdes;
    }

    /** Processes one record to its end, with all that follows from it. */
    public <V> void send(Topic<V> topic, String key, V value, Instant time) {
        input(topic).pipeInput(key, value, time);
    }

    /** Lets time pass by the clock of the process, in which nothing comes. */
    public void pause(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** The values that came out on the topic since the last look, in order. */
    public <V> List<V> read(Topic<V> topic) {
        return output(topic).readValuesToList();
    }

    public <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.of(topic).serializer());
    }

    /** For records that the topic should never have seen. */
    public TestInputTopic<String, byte[]> rawInput(Topic<?> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), new ByteArraySerializer());
    }

    public <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }

    /** What the stage gave up since the last look, with its headers. */
    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        Topics.DEAD_LETTERS.name(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList();
    }

    public <K, V> KeyValueStore<K, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** The topology in words: what {@link #reviewed} is compared with. */
    public String description() {
        return topology.describe().toString().strip();
    }

    /**
     * The topology as it was reviewed, from {@code src/test/resources/topology/<stage>.txt}. A
     * difference may mean that an operator was renamed and its state would be left behind: look
     * first, then copy the new description.
     */
    public static String reviewed(String stage) {
        String file = "/topology/" + stage + ".txt";
        try (InputStream in = StageRig.class.getResourceAsStream(file)) {
            return in == null
                    ? "no reviewed topology: src/test/resources" + file
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.close();
        try (var left = Files.walk(folder)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
