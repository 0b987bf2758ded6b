package org.tocsin.app.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A consumer that has none of our code: plain kafka-clients, Avro's generic reader, and the
 * registry's REST interface. It knows the contract and nothing else.
 */
final class Stranger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String registry;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Stranger(String bootstrapServers, String registry) {
        this.registry = registry;
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** All records of the topic from its start, as soon as they are what is waited for. */
    List<ConsumerRecord<String, byte[]>> await(
            String topic, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!enough.test(records)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(
                        "after %s, %s holds only %d records"
                                .formatted(PATIENCE, topic, records.size()));
            }
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    /** As many values as that, at least, decoded. */
    List<GenericRecord> awaitValues(String topic, int count) {
        return await(topic, records -> records.size() >= count).stream()
                .map(record -> decode(record.value()))
                .toList();
    }

    /** Confluent's wire format: a zero byte, the schema's id in four, then the record. */
    GenericRecord decode(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        if (buffer.get() != 0) {
            throw new AssertionError("not in Confluent's wire format");
        }
        try {
            Schema schema = schema(buffer.getInt());
            var decoder =
                    DecoderFactory.get()
                            .binaryDecoder(value, buffer.position(), buffer.remaining(), null);
            return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Schema schema(int id) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(registry + "/schemas/ids/" + id)).build();
        try {
            String answer = http.send(request, BodyHandlers.ofString()).body();
            String schema = new ObjectMapper().readTree(answer).get("schema").asText();
            return new Schema.Parser().parse(schema);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
