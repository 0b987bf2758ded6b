package org.tocsin.wire.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** A registry for tests of topologies: one process, nothing kept, every schema compatible. */
public final class MemoryRegistry implements Registry {

    private final Map<Schema, Integer> ids = new LinkedHashMap<>();
    private final Map<String, Map<Schema, Integer>> subjects = new LinkedHashMap<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        int id = ids.computeIfAbsent(schema, added -> ids.size() + 1);
        subjects.computeIfAbsent(subject, added -> new LinkedHashMap<>()).put(schema, id);
        return id;
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        Integer id = subjects.getOrDefault(subject, Map.of()).get(schema);
        if (id == null) {
            throw new RegistryRefusal("schema not registered under " + subject, 404, 40403);
        }
        return id;
    }

    @Override
    public synchronized Registered latest(String subject) {
        return subjects.getOrDefault(subject, Map.of()).entrySet().stream()
                .reduce((earlier, later) -> later)
                .map(last -> new Registered(last.getValue(), last.getKey()))
                .orElseThrow(() -> new RegistryRefusal("no subject " + subject, 404, 40401));
    }

    /** Without effect: a test of a topology is not the place to learn that schemas do not fit. */
    @Override
    public void setCompatibility(String subject, Compatibility rule) {}

    @Override
    public synchronized Schema schema(int id) {
        return ids.entrySet().stream()
                .filter(known -> known.getValue() == id)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new RegistryRefusal("no schema " + id, 404, 40403));
    }
}
