package org.tocsin.wire.registry;

import javax.net.ssl.SSLContext;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** Builds a TLS context from Kafka's own keys, with all the key store types that Kafka reads. */
final class Tls {

    private Tls() {}

    static SSLContext of(RegistryConfig config) {
        var factory = new DefaultSslEngineFactory();
        factory.configure(config.values());
        return factory.sslContext();
    }
}
