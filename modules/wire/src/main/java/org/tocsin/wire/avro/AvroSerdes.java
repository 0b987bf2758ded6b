package org.tocsin.wire.avro;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.tocsin.wire.registry.Registries;
import org.tocsin.wire.registry.RegistryConfig;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;

/**
 * Serdes for the records of the product, all over one registry. Safe for many threads; so are its
 * serdes.
 */
public final class AvroSerdes {

    private final Map<String, ?> configs;

    /**
     * One for all: it remembers how to read the schemas it has met, and closing it does nothing.
     */
    private final GenericAvroSerde own;

    /** Making one reads schema files, and some ask for a serde with each record they write. */
    private final Map<Class<?>, RecordMapping<?>> mappings;

    private final Map<String, Altered<?>> altered;

    /**
     * @param registryConfig Confluent's keys, such as {@link Settings#registry()}; {@link
     *     Settings#SERDE} names another class than {@link GenericAvroSerde}
     * @throws ConfigException when they make no sense
     */
    public AvroSerdes(Map<String, ?> registryConfig) {
        this.configs = Map.copyOf(registryConfig);
        var config = new RegistryConfig(configs);
        this.mappings = new ConcurrentHashMap<>();
        this.altered = Map.of();
        this.own = new GenericAvroSerde().configure(Registries.open(configs), config, false);
    }

    private AvroSerdes(AvroSerdes before, String topic, Altered<?> alteration) {
        this.configs = before.configs;
        this.own = before.own;
        this.mappings = before.mappings;
        var more = new HashMap<>(before.altered);
        more.put(topic, alteration);
        this.altered = Map.copyOf(more);
    }

    private record Altered<V>(UnaryOperator<V> written, UnaryOperator<V> read) {}

    /**
     * The same, but a topic's values pass {@code written} before they are written and {@code read}
     * after they were read, by whomever: such as what is kept sealed there.
     */
    public <V> AvroSerdes altering(
            Topic<V> topic, UnaryOperator<V> written, UnaryOperator<V> read) {
        return new AvroSerdes(this, topic.name(), new Altered<>(written, read));
    }

    /** For the topic's values: Avro, or bytes as they are where the topic carries those. */
    public <V> Serde<V> of(Topic<V> topic) {
        Serde<V> serde = topic.isAvro() ? state(topic.type()) : bytes();
        Altered<V> alteration = alteration(topic);
        if (alteration == null) {
            return serde;
        }
        Serializer<V> writer = serde.serializer();
        Deserializer<V> reader = serde.deserializer();
        return Serdes.serdeFrom(
                (name, value) ->
                        writer.serialize(
                                name, value == null ? null : alteration.written().apply(value)),
                (name, bytes) -> {
                    V value = reader.deserialize(name, bytes);
                    return value == null ? null : alteration.read().apply(value);
                });
    }

    @SuppressWarnings("unchecked") // the map holds the alteration of a topic under its name
    private <V> Altered<V> alteration(Topic<V> topic) {
        return (Altered<V>) altered.get(topic.name());
    }

    @SuppressWarnings("unchecked") // only called where V is byte[]
    private static <V> Serde<V> bytes() {
        return (Serde<V>) Serdes.ByteArray();
    }

    /**
     * For the values of a state store. The schema is the one in {@code schemas/}, else one made of
     * the record class, registered under the store's changelog topic.
     */
    public <V> Serde<V> state(Class<V> type) {
        Serde<GenericRecord> generic = generic();
        RecordMapping<V> mapping = mapping(type);
        return Serdes.serdeFrom(
                new RecordSerializer<>(mapping, generic.serializer()),
                new RecordDeserializer<>(mapping, generic.deserializer()));
    }

    @SuppressWarnings("unchecked") // the map holds the mapping of a class under that class
    private <V> RecordMapping<V> mapping(Class<V> type) {
        return (RecordMapping<V>) mappings.computeIfAbsent(type, RecordMapping::of);
    }

    /** Records as Avro has them, for those who read topics without our classes. */
    public Serde<GenericRecord> generic() {
        Object serde = configs.get(Settings.SERDE);
        return serde == null ? own : foreign(serde.toString());
    }

    @SuppressWarnings("unchecked") // what the setting asks for; its records tell if it is not so
    private Serde<GenericRecord> foreign(String className) {
        try {
            Serde<GenericRecord> serde = Utils.newInstance(className, Serde.class);
            serde.configure(configs, false);
            return serde;
        } catch (ClassNotFoundException e) {
            throw new ConfigException("TOCSIN_SERDE", className, "is not on the class path");
        }
    }
}
