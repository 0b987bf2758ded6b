package org.tocsin.wire.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntBiFunction;
import org.apache.avro.Schema;

/**
 * Remembers what a registry answered; what it refused or failed to answer is asked again.
 *
 * <p>Ids and schemas are bound for good, so neither is ever forgotten. Threads that miss at the
 * same time each ask: all questions are idempotent, and none then waits on another's retries.
 */
public final class CachedRegistry implements Registry {

    private final Registry registry;
    private final int schemasPerSubject;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Map<Schema, Integer>> registered = new ConcurrentHashMap<>();
    private final Map<String, Map<Schema, Integer>> found = new ConcurrentHashMap<>();
    private final Map<String, Registered> latest = new ConcurrentHashMap<>();

    /**
     * @param schemasPerSubject more than these on one subject is a program that makes a schema a
     *     record, and is refused
     */
    public CachedRegistry(Registry registry, int schemasPerSubject) {
        this.registry = registry;
        this.schemasPerSubject = schemasPerSubject;
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(registered, subject, schema, registry::register);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return id(found, subject, schema, registry::idOf);
    }

    private int id(
            Map<String, Map<Schema, Integer>> cache,
            String subject,
            Schema schema,
            ToIntBiFunction<String, Schema> ask) {
        Map<Schema, Integer> ids =
                cache.computeIfAbsent(subject, added -> new ConcurrentHashMap<>());
        Integer known = ids.get(schema);
        if (known != null) {
            return known;
        }
        if (ids.size() >= schemasPerSubject) {
            throw new IllegalStateException(
                    "more than %d schemas for %s (max.schemas.per.subject)"
                            .formatted(schemasPerSubject, subject));
        }
        int id = ask.applyAsInt(subject, schema);
        ids.put(schema, id);
        return id;
    }

    @Override
    public Registered latest(String subject) {
        Registered known = latest.get(subject);
        if (known != null) {
            return known;
        }
        Registered asked = registry.latest(subject);
        latest.put(subject, asked);
        return asked;
    }

    @Override
    public void setCompatibility(String subject, Compatibility rule) {
        registry.setCompatibility(subject, rule);
    }

    @Override
    public Schema schema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema asked = registry.schema(id);
        schemas.put(id, asked);
        return asked;
    }
}
