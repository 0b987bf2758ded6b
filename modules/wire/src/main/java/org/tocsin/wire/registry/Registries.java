package org.tocsin.wire.registry;

import java.util.Map;

/** Opens the registry that a configuration names. */
public final class Registries {

    private static final String MOCK = "mock://";

    private Registries() {}

    /**
     * A registry that remembers its answers. As with Confluent's client, a URL {@code mock://name}
     * is a registry in memory, for tests; here each call opens one of its own.
     *
     * @throws org.apache.kafka.common.config.ConfigException when the configuration makes no sense
     */
    public static Registry open(Map<String, ?> configs) {
        var config = new RegistryConfig(configs);
        boolean mock = config.getList(RegistryConfig.URL).get(0).startsWith(MOCK);
        return new CachedRegistry(
                mock ? new MemoryRegistry() : new RestRegistry(config), config.schemasPerSubject());
    }
}
