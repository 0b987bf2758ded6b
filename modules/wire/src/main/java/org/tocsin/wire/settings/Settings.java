package org.tocsin.wire.settings;

import static org.tocsin.wire.settings.Variable.*;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.tocsin.wire.registry.RegistryConfig;

/**
 * All that an operator can set. A port of 0 takes any free one, but {@code healthPort} 0 is none.
 *
 * <p>{@code kafka} are properties for every Kafka client, without {@code bootstrap.servers} where
 * the broker is embedded; {@code registry} are Confluent's keys for serdes, without {@code
 * schema.registry.url} where the registry is embedded. Both may hold secrets: see {@link
 * #toString()}.
 */
public record Settings(
        Map<String, String> kafka,
        Map<String, String> registry,
        int partitions,
        Optional<Short> replicationFactor,
        Path data,
        Path stateDir,
        String httpHost,
        int httpPort,
        int healthPort,
        int embeddedKafkaPort,
        int embeddedRegistryPort,
        int demoFeedsPort,
        Optional<String> instance,
        Duration commitInterval,
        Duration reorderWindow,
        int streamsThreads,
        IngestSettings ingest,
        AccessSettings access,
        DeliverSettings deliver) {

    /** In {@link #registry()}: the class of the serde, where it is not Tocsin's own. */
    public static final String SERDE = "tocsin.serde";

    private static final String BOOTSTRAP = "bootstrap.servers";
    private static final String REGISTRY_URL = "schema.registry.url";

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private static final Pattern BROKERS =
            Pattern.compile("[^:,\\s]+:\\d{1,5}(\\s*,\\s*[^:,\\s]+:\\d{1,5})*");

    public Settings {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(stateDir, "stateDir");
    }

    /**
     * The settings in that environment, such as {@link System#getenv()}.
     *
     * @throws BadSettings with every fault, when there are any
     */
    public static Settings from(Map<String, String> environment) {
        var env = new Environment(environment);
        Path data = env.path(TOCSIN_DATA).orElseThrow();
        var settings =
                new Settings(
                        env.family(Environment.KAFKA),
                        registryKeys(env),
                        env.number(TOCSIN_PARTITIONS, 1, 1000).orElse(1),
                        env.number(TOCSIN_REPLICATION_FACTOR, 1, 10).map(Integer::shortValue),
                        data,
                        env.path(TOCSIN_STATE_DIR).orElse(data.resolve("streams")),
                        env.text(TOCSIN_HTTP_HOST).orElseThrow(),
                        env.port(TOCSIN_HTTP_PORT),
                        env.port(TOCSIN_HEALTH_PORT),
                        env.port(TOCSIN_EMBEDDED_KAFKA_PORT),
                        env.port(TOCSIN_EMBEDDED_REGISTRY_PORT),
                        env.port(TOCSIN_DEMO_FEEDS_PORT),
                        env.text(TOCSIN_INSTANCE),
                        env.duration(TOCSIN_COMMIT_INTERVAL),
                        env.duration(TOCSIN_REORDER_WINDOW),
                        env.number(TOCSIN_STREAMS_THREADS, 1, 64).orElse(1),
                        IngestSettings.from(env),
                        AccessSettings.from(env),
                        DeliverSettings.from(env));
        settings.check(env);
        env.refuseMisspelt();
        env.refuseFaults();
        return settings;
    }

    private void check(Environment env) {
        String brokers = kafka.getOrDefault(BOOTSTRAP, "");
        if (!isEmbedded() && !BROKERS.matcher(brokers).matches()) {
            env.fault(
                    "%s=%s is not host:port, or several with commas"
                            .formatted(TOCSIN_KAFKA_BOOTSTRAP_SERVERS, brokers));
        }
        if (!isEmbedded() && !registry.containsKey(REGISTRY_URL)) {
            env.fault(
                    "%s is needed with %s"
                            .formatted(TOCSIN_SCHEMA_REGISTRY_URL, TOCSIN_KAFKA_BOOTSTRAP_SERVERS));
        }
        try {
            new RegistryConfig(
                    with(registry, REGISTRY_URL, registry.getOrDefault(REGISTRY_URL, "-")));
        } catch (ConfigException e) {
            env.fault("TOCSIN_SCHEMA_REGISTRY_…: " + e.getMessage());
        }
    }

    /** Confluent gives the TLS keys of a registry a prefix, to tell them from the broker's. */
    private static Map<String, String> registryKeys(Environment env) {
        var keys = new TreeMap<String, String>();
        env.family(Environment.REGISTRY)
                .forEach(
                        (key, value) ->
                                keys.put(
                                        key.equals("url") || key.startsWith("ssl.")
                                                ? "schema.registry." + key
                                                : key,
                                        value));
        env.text(TOCSIN_SERDE).ifPresent(serde -> keys.put(SERDE, serde));
        return keys;
    }

    /** Whether the broker and the registry run inside this process. */
    public boolean isEmbedded() {
        return !kafka.containsKey(BOOTSTRAP);
    }

    /** The same, with that broker and registry: for when the embedded ones are up. */
    public Settings at(String bootstrapServers, String registryUrl) {
        return new Settings(
                with(kafka, BOOTSTRAP, bootstrapServers),
                with(registry, REGISTRY_URL, registryUrl),
                partitions,
                replicationFactor,
                data,
                stateDir,
                httpHost,
                httpPort,
                healthPort,
                embeddedKafkaPort,
                embeddedRegistryPort,
                demoFeedsPort,
                instance,
                commitInterval,
                reorderWindow,
                streamsThreads,
                ingest,
                access,
                deliver);
    }

    /** Whether the dashboard and the API can be reached from this machine alone. */
    public boolean isLoopbackOnly() {
        return isLoopback(httpHost) || access.publishedOnLoopback();
    }

    /** Whether that address or name is one of this machine to itself, whatever resolvers say. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /**
     * For roles that serve the dashboard.
     *
     * @throws BadSettings when it could be reached from elsewhere by anybody
     */
    public void refuseOpenDoor() {
        if (!isLoopbackOnly() && !access.isLoginSetUp()) {
            throw new BadSettings(
                    List.of(
                            "%s=%s lets other machines in, and nobody could sign in; set %s or %s as well"
                                    .formatted(
                                            TOCSIN_HTTP_HOST,
                                            httpHost,
                                            TOCSIN_ADMIN_TOKEN,
                                            TOCSIN_OIDC_ISSUER)));
        }
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        var copy = new TreeMap<>(map);
        copy.put(key, value);
        return copy;
    }

    /** Names what is set for the clients, never the values: they may be secrets. */
    @Override
    public String toString() {
        return "Settings[kafka=%s, registry=%s, partitions=%d, data=%s, http=%s:%d]"
                .formatted(
                        new TreeMap<>(kafka).keySet(),
                        new TreeMap<>(registry).keySet(),
                        partitions,
                        data,
                        httpHost,
                        httpPort);
    }
}
