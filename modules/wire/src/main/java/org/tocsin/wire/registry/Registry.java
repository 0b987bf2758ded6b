package org.tocsin.wire.registry;

import org.apache.avro.Schema;

/**
 * Gives schemas ids, and schemas by id.
 *
 * <p>Every method throws {@link RegistryUnavailable} when no server answers and {@link
 * RegistryRefusal} when one says no.
 */
public interface Registry {

    /** The id of that schema under the subject; a schema that is new there is added. */
    int register(String subject, Schema schema);

    /** The id of that schema, which must be registered under the subject. */
    int idOf(String subject, Schema schema);

    /** The last version of the subject. */
    Registered latest(String subject);

    /** The schema with that id, under whatever subject. */
    Schema schema(int id);

    /** From now on the subject's schemas evolve by that rule. */
    void setCompatibility(String subject, Compatibility rule);

    /** A schema and its id. */
    record Registered(int id, Schema schema) {}
}
