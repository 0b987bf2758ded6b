package org.tocsin.bench;

import java.nio.file.Path;
import java.util.Map;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.wire.settings.Settings;

/**
 * The broker and the registry in a process of their own, as they are in production: says where they
 * listen on one line and stays until its input ends. Arguments: the data folder and the number of
 * partitions.
 */
final class BrokerProcess {

    static final String READY = "ready ";

    private BrokerProcess() {}

    public static void main(String[] args) throws Exception {
        var environment =
                Map.of(
                        "TOCSIN_DATA", Path.of(args[0]).toString(),
                        "TOCSIN_PARTITIONS", args[1],
                        "TOCSIN_HTTP_PORT", "0",
                        "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                        "TOCSIN_EMBEDDED_REGISTRY_PORT", "0",
                        "TOCSIN_DEMO_FEEDS_PORT", "0");
        try (var platform = EmbeddedPlatform.start(Settings.from(environment))) {
            Settings settings = platform.settings();
            System.out.println(
                    READY
                            + settings.kafka().get("bootstrap.servers")
                            + " "
                            + settings.registry().get("schema.registry.url"));
            while (System.in.read() >= 0) {
                // Nothing is asked of it; the end of the bench closes the pipe.
            }
        }
    }
}
