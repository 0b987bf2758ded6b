package org.tocsin.wire.avro;

import java.util.Collection;
import java.util.Map;
import org.tocsin.wire.registry.Registries;
import org.tocsin.wire.registry.Registry;
import org.tocsin.wire.topic.Topic;

/**
 * Brings the schemas of the topics to the registry before the first record, each under its rule of
 * evolution: so readers find them, and a schema that does not fit stops the start and not a stage.
 */
public final class SchemaAdmin {

    private final Registry registry;

    /**
     * @param registryConfig as for {@link AvroSerdes}
     */
    public SchemaAdmin(Map<String, ?> registryConfig) {
        this.registry = Registries.open(registryConfig);
    }

    /**
     * Does nothing where all is as it should be, so any number of processes may call it.
     *
     * @throws org.tocsin.wire.registry.RegistryRefusal when a schema may not follow the one before
     */
    public void apply(Collection<? extends Topic<?>> topics) {
        topics.stream().filter(Topic::isAvro).forEach(this::apply);
    }

    private void apply(Topic<?> topic) {
        registry.setCompatibility(topic.subject(), topic.evolution());
        registry.register(topic.subject(), RecordMapping.of(topic.type()).schema());
    }
}
