package org.tocsin.wire.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.tocsin.wire.registry.Registries;
import org.tocsin.wire.registry.Registry;
import org.tocsin.wire.registry.Registry.Registered;
import org.tocsin.wire.registry.RegistryConfig;
import org.tocsin.wire.registry.RegistryRefusal;

/**
 * Generic records in Confluent's wire format, configured with Confluent's keys: a drop-in for the
 * class of that name in {@code io.confluent:kafka-streams-avro-serde}. Safe for many threads.
 *
 * <p>What is read keeps the schema it was written with, as with Confluent's: resolving it to
 * another is the reader's business. Bytes that are no such record are a {@link
 * SerializationException}; a registry that is down is a {@link
 * org.apache.kafka.common.errors.RetriableException}.
 */
public final class GenericAvroSerde implements Serde<GenericRecord> {

    private static final byte MAGIC = 0;
    private static final int HEADER = 1 + Integer.BYTES;
    private static final int USUAL_SIZE = 2048;

    /** By schema id. Making one walks the whole schema, which costs more than reading a record. */
    private final Map<Integer, DatumReader<GenericRecord>> readers = new ConcurrentHashMap<>();

    private Registry registry;
    private RegistryConfig config;
    private String suffix = "-value";

    /** To be given its registry by {@link #configure}. */
    public GenericAvroSerde() {}

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        configure(Registries.open(configs), new RegistryConfig(configs), isKey);
    }

    /** With a registry that is shared, so that serdes of one process ask for a schema once. */
    GenericAvroSerde configure(Registry shared, RegistryConfig settings, boolean isKey) {
        registry = shared;
        config = settings;
        suffix = isKey ? "-key" : "-value";
        return this;
    }

    @Override
    public Serializer<GenericRecord> serializer() {
        return this::serialize;
    }

    @Override
    public Deserializer<GenericRecord> deserializer() {
        return this::deserialize;
    }

    private byte[] serialize(String topic, GenericRecord record) {
        if (record == null) {
            return null;
        }
        String subject = topic + suffix;
        try {
            return config.usesLatest() && !config.registersSchemas()
                    ? withLatest(subject, record)
                    : write(idOf(subject, record.getSchema()), record);
        } catch (IOException | AvroRuntimeException | ClassCastException e) {
            throw new SerializationException(
                    "a record of %s cannot be written to %s: %s"
                            .formatted(record.getSchema().getFullName(), topic, e.getMessage()),
                    e);
        }
    }

    private int idOf(String subject, Schema schema) {
        return config.registersSchemas()
                ? registry.register(subject, schema)
                : registry.idOf(subject, schema);
    }

    /** Writes as those who govern the subject want it, who may be ahead of this program. */
    private byte[] withLatest(String subject, GenericRecord record) throws IOException {
        Registered latest = registry.latest(subject);
        Schema schema = record.getSchema();
        if (schema.equals(latest.schema())) {
            return write(latest.id(), record);
        }
        var check = SchemaCompatibility.checkReaderWriterCompatibility(schema, latest.schema());
        if (config.isStrictAboutLatest() && check.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new InvalidConfigurationException(
                    "the last schema of %s cannot be read with ours: %s"
                            .formatted(subject, check.getResult().getIncompatibilities()));
        }
        return write(latest.id(), AvroBinary.resolve(record, latest.schema()));
    }

    private static byte[] write(int id, GenericRecord record) throws IOException {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.write(MAGIC);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        AvroBinary.write(record, bytes);
        return bytes.toByteArray();
    }

    private GenericRecord deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = idIn(topic, bytes);
        Schema writer = writerOf(topic, id);
        DatumReader<GenericRecord> reader =
                readers.computeIfAbsent(id, added -> new GenericDatumReader<>(writer));
        try {
            return AvroBinary.decode(bytes, HEADER, reader);
        } catch (IOException
                | AvroRuntimeException
                // Avro's word for a length beyond what Java can hold.
                | UnsupportedOperationException
                | IndexOutOfBoundsException e) {
            throw new SerializationException(
                    "a record of %s is truncated or not of schema %d (%s): %s"
                            .formatted(topic, id, writer.getFullName(), e.getMessage()),
                    e);
        }
    }

    private static int idIn(String topic, byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new SerializationException(
                    "a record of %s has %d bytes: too short for a schema's id"
                            .formatted(topic, bytes.length));
        }
        if (bytes[0] != MAGIC) {
            throw new SerializationException(
                    "a record of %s begins with 0x%02x: not in Confluent's wire format"
                            .formatted(topic, bytes[0]));
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    /** That the registry does not know the id is the record's fault, not ours. */
    private Schema writerOf(String topic, int id) {
        try {
            return registry.schema(id);
        } catch (RegistryRefusal e) {
            if (e.status() != 404) {
                throw e;
            }
            throw new SerializationException(
                    "a record of %s has schema %d, which the registry does not know"
                            .formatted(topic, id),
                    e);
        }
    }
}
