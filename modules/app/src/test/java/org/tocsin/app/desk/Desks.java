package org.tocsin.app.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.gateway.deliver.Orders;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.desk.VerdictDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.gateway.preview.Previews;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/** The desks on a broker and a registry of their own; each desk is as one of another process. */
final class Desks implements AutoCloseable {

    private final EmbeddedPlatform platform;

    private final AvroSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;

    private Desks(EmbeddedPlatform platform) {
        this.platform = platform;
        this.serdes = serdes();
        this.producer =
                new KafkaProducer<>(
                        Map.copyOf(settings().kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    static Desks in(Path folder) throws CannotStart {
        var environment =
                Map.of(
                        "TOCSIN_DATA", folder.toString(),
                        "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                        "TOCSIN_EMBEDDED_REGISTRY_PORT", "0");
        return new Desks(EmbeddedPlatform.start(Settings.from(environment)));
    }

    Settings settings() {
        return platform.settings();
    }

    WatchlistDesk watchlists() {
        return new WatchlistDesk(settings(), serdes(), Clock.systemUTC());
    }

    VerdictDesk verdicts() {
        return new VerdictDesk(settings(), serdes(), Clock.systemUTC());
    }

    FeedDesk feeds() {
        return new FeedDesk(settings(), serdes(), Clock.systemUTC());
    }

    LexiconDesk lexicon() {
        return new LexiconDesk(settings(), serdes(), Clock.systemUTC());
    }

    Previews previews() {
        return new Previews(settings(), serdes(), Clock.systemUTC());
    }

    /** Writes it as the stage does, and says to which partition. */
    int write(TaggedTelling tagged) {
        var telling = tagged.telling();
        byte[] value =
                serdes.of(Topics.TAGGED).serializer().serialize(Topics.TAGGED.name(), tagged);
        var record =
                new ProducerRecord<>(
                        Topics.TAGGED.name(),
                        null,
                        telling.article().fetched().toEpochMilli(),
                        telling.verdict().story(),
                        value);
        try {
            return producer.send(record).get().partition();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    Orders orders() {
        return new Orders(settings(), serdes(), Clock.systemUTC());
    }

    /** The first so many that are committed to a topic of one partition. */
    <V> List<V> await(Topic<V> topic, int count) {
        var config = new HashMap<String, Object>(settings().kafka());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var found = new ArrayList<V>();
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), serdes.of(topic).deserializer())) {
            var partition = new TopicPartition(topic.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> found.add(each.value()));
            }
        }
        return found;
    }

    private AvroSerdes serdes() {
        return new AvroSerdes(settings().registry());
    }

    @Override
    public void close() {
        producer.close();
        platform.close();
    }
}
