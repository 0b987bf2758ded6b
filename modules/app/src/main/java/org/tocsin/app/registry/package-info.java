/**
 * A schema registry inside the process, so that the product runs without another server.
 *
 * <p>It speaks Confluent's REST API (Avro schemas without references, one context, mode READWRITE)
 * and keeps its schemas as Confluent's does: in the compacted topic {@code _schemas}, in the same
 * JSON, so that a registry of Confluent's can be started on the topic and go on.
 *
 * <p>{@link org.tocsin.app.registry.RegistryServer} listens; {@code Routes} says which request asks
 * for what; {@code Registrar} decides; {@code Subjects} knows what is registered; {@code SchemaLog}
 * keeps it.
 */
package org.tocsin.app.registry;
