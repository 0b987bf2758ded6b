package org.tocsin.wire.avro;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Java records out, through a serializer of generic records. */
record RecordSerializer<V>(RecordMapping<V> mapping, Serializer<GenericRecord> generic)
        implements Serializer<V> {

    @Override
    public byte[] serialize(String topic, V value) {
        if (value == null) {
            return null;
        }
        try {
            return generic.serialize(topic, mapping.toAvro(value));
        } catch (IllegalArgumentException e) {
            throw new SerializationException("cannot write to " + topic + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        generic.close();
    }
}
