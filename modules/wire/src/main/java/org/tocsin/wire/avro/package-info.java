/**
 * Turns records into Avro and back.
 *
 * <p>{@link org.tocsin.wire.avro.AvroSerdes} is the door: it gives a serde for a topic or a state
 * store. Behind it, {@link org.tocsin.wire.avro.RecordMapping} maps a Java record to a generic Avro
 * record and back, and {@link org.tocsin.wire.avro.GenericAvroSerde} (or Confluent's class of that
 * name, or any other by setting) puts generic records into Confluent's wire format: a zero byte,
 * the schema's id in four bytes, Avro's binary encoding.
 */
package org.tocsin.wire.avro;
