/**
 * Speaks to a schema registry over Confluent's REST API, as Confluent, Apicurio, Redpanda and the
 * embedded one serve it.
 *
 * <p>{@link org.tocsin.wire.registry.Registry} is what serdes need; {@link
 * org.tocsin.wire.registry.RestRegistry} asks a server, with failover and retries; {@link
 * org.tocsin.wire.registry.CachedRegistry} remembers its answers, never its failures.
 *
 * <p>A registry that does not answer is a {@link
 * org.apache.kafka.common.errors.RetriableException}: nothing is wrong with the record, so it must
 * never become a dead letter. One that says no is a {@link
 * org.tocsin.wire.registry.RegistryRefusal}.
 */
package org.tocsin.wire.registry;
