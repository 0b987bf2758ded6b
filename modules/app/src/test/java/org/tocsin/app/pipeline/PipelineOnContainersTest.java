package org.tocsin.app.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same promises on a containerised Kafka and somebody else's registry. Without a Docker engine
 * the suite is skipped, unless {@code TOCSIN_TEST_REQUIRE_CONTAINERS} is {@code true}.
 */
class PipelineOnContainersTest extends PipelineTests {

    @Override
    Platform platform() {
        if (!"true".equals(System.getenv("TOCSIN_TEST_REQUIRE_CONTAINERS"))) {
            boolean engine = DockerClientFactory.instance().isDockerAvailable();
            if (!engine) {
                // Surefire keeps an assumption's words to itself.
                System.err.println("The suite on containers is skipped: no Docker engine answers.");
            }
            Assumptions.assumeTrue(engine, "no Docker engine answers");
        }
        return new Containers();
    }

    /** Image names are settings, so that they can come from any registry or none. */
    private static final class Containers implements Platform {

        private final KafkaContainer kafka =
                new KafkaContainer(
                        DockerImageName.parse(
                                        setting("TOCSIN_TEST_KAFKA_IMAGE", "apache/kafka:4.2.1"))
                                .asCompatibleSubstituteFor("apache/kafka"));

        private final GenericContainer<?> registry =
                new GenericContainer<>(
                                DockerImageName.parse(
                                        setting(
                                                "TOCSIN_TEST_REGISTRY_IMAGE",
                                                "apicurio/apicurio-registry-mem:2.6.13.Final")))
                        .withEnv("QUARKUS_HTTP_PORT", "8081")
                        .withExposedPorts(8081)
                        .waitingFor(
                                Wait.forHttp(path() + "/subjects")
                                        .withStartupTimeout(Duration.ofMinutes(2)));

        Containers() {
            kafka.start();
            registry.start();
        }

        private static String setting(String name, String otherwise) {
            String value = System.getenv(name);
            return value == null || value.isBlank() ? otherwise : value;
        }

        private static String path() {
            return setting("TOCSIN_TEST_REGISTRY_PATH", "/apis/ccompat/v7");
        }

        @Override
        public Map<String, String> environment(Path data) {
            return Map.of(
                    "TOCSIN_DATA",
                    data.toString(),
                    "TOCSIN_INSTANCE",
                    "test",
                    "TOCSIN_HTTP_PORT",
                    "0",
                    "TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                    kafka.getBootstrapServers(),
                    "TOCSIN_SCHEMA_REGISTRY_URL",
                    "http://%s:%d%s"
                            .formatted(registry.getHost(), registry.getMappedPort(8081), path()),
                    "TOCSIN_REPLICATION_FACTOR",
                    "1");
        }

        @Override
        public void close() {
            registry.stop();
            kafka.stop();
        }
    }
}
