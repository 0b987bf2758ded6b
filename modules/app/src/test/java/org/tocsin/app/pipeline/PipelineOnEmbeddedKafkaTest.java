package org.tocsin.app.pipeline;

import java.nio.file.Path;
import java.util.Map;

class PipelineOnEmbeddedKafkaTest extends PipelineTests {

    @Override
    Platform platform() {
        return new Embedded();
    }

    /** The broker and registry inside the JVM, on any free ports. */
    private static final class Embedded implements Platform {

        @Override
        public Map<String, String> environment(Path data) {
            return Map.of(
                    "TOCSIN_DATA", data.toString(),
                    "TOCSIN_HTTP_PORT", "0",
                    "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                    "TOCSIN_EMBEDDED_REGISTRY_PORT", "0");
        }

        @Override
        public void close() {
            // The system owns its broker.
        }
    }
}
