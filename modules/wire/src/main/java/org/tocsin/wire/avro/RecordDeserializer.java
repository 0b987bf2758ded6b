package org.tocsin.wire.avro;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Java records in, through a deserializer of generic records. */
record RecordDeserializer<V>(RecordMapping<V> mapping, Deserializer<GenericRecord> generic)
        implements Deserializer<V> {

    @Override
    public V deserialize(String topic, byte[] bytes) {
        GenericRecord record = generic.deserialize(topic, bytes);
        if (record == null) {
            return null;
        }
        try {
            return mapping.fromAvro(record);
        } catch (IllegalArgumentException e) {
            throw new SerializationException("in " + topic + ", " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        generic.close();
    }
}
