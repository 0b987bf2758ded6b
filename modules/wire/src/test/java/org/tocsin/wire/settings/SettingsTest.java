package org.tocsin.wire.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

    @Test
    void runsOnItsOwnWhenNothingIsSet() {
        Settings settings = Settings.from(Map.of());

        assertThat(settings.isEmbedded()).isTrue();
        assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
        assertThat(settings.partitions()).isEqualTo(4);
        assertThat(settings.stateDir()).isEqualTo(Path.of("./data/streams"));
    }

    @Test
    void handsKeysOnToTheClients() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "a:9092, b:9092",
                                "TOCSIN_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                "TOCSIN_SCHEMA_REGISTRY_URL", "https://r:8081",
                                "TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO", "u:p",
                                "TOCSIN_SCHEMA_REGISTRY_SSL_TRUSTSTORE_TYPE", "PEM",
                                "TOCSIN_SERDE", "org.example.Serde"));

        assertThat(settings.kafka())
                .containsOnly(
                        Map.entry("bootstrap.servers", "a:9092, b:9092"),
                        Map.entry("security.protocol", "SASL_SSL"));
        assertThat(settings.registry())
                .containsOnly(
                        Map.entry("schema.registry.url", "https://r:8081"),
                        Map.entry("basic.auth.user.info", "u:p"),
                        Map.entry("schema.registry.ssl.truststore.type", "PEM"),
                        Map.entry("tocsin.serde", "org.example.Serde"));
    }

    @Test
    void tellsAllFaultsAtOnce() {
        List<String> faults =
                faults(
                        Map.of(
                                "TOCSIN_PARTITIONS", "none",
                                "TOCSIN_HTTP_PORT", "70000",
                                "TOCSIN_COMMIT_INTERVAL", "soon",
                                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "kafka",
                                "TOCSIN_SCHEMA_REGISTRY_MAX_RETRIES", "-1"));

        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "TOCSIN_PARTITIONS=none is not a whole number from 1 to 1000",
                        "TOCSIN_HTTP_PORT=70000 is not a whole number from 0 to 65535",
                        "TOCSIN_COMMIT_INTERVAL=soon is not a duration such as 50ms or PT30S",
                        "TOCSIN_KAFKA_BOOTSTRAP_SERVERS=kafka is not host:port, or several with commas",
                        "TOCSIN_SCHEMA_REGISTRY_URL is needed with TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                        "TOCSIN_SCHEMA_REGISTRY_…: Invalid value -1 for configuration max.retries:"
                                + " Value must be at least 0");
    }

    @ParameterizedTest
    @CsvSource({
        "TOCSIN_HTTP_PROT, TOCSIN_HTTP_PORT",
        "TOCSIN_PARTITION, TOCSIN_PARTITIONS",
        "TOCSIN_KAFKA_SECURITY_PROTOKOL, TOCSIN_KAFKA_SECURITY_PROTOCOL",
        "TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_USERINFO, TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO",
    })
    void suggestsWhatWasMeant(String written, String meant) {
        assertThat(faults(Map.of(written, "1")))
                .containsExactly(written + " is not a setting; did you mean " + meant + "?");
    }

    @Test
    void leavesVariablesOfOthersAlone() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "TOCSIN_GATEWAY_SERVICE_HOST", "10.0.0.7",
                                "TOCSIN_GATEWAY_PORT_8080_TCP", "tcp://10.0.0.7:8080"));

        assertThat(settings).isEqualTo(Settings.from(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"100ms, PT0.1S", "30s, PT30S", "2m, PT2M", "PT0.025S, PT0.025S", "0ms, PT0S"})
    void readsDurations(String written, Duration meant) {
        Settings settings = Settings.from(Map.of("TOCSIN_COMMIT_INTERVAL", written));

        assertThat(settings.commitInterval()).isEqualTo(meant);
    }

    @Test
    void readsSecretsFromFiles(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "user:s3cret\n");

        Settings settings =
                Settings.from(
                        Map.of(
                                "TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO_FILE",
                                secret.toString()));

        assertThat(settings.registry()).containsEntry("basic.auth.user.info", "user:s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void saysWhichFileIsMissing(@TempDir Path folder) {
        String nowhere = folder.resolve("nowhere").toString();

        assertThat(faults(Map.of("TOCSIN_DATA_FILE", nowhere)))
                .containsExactly("TOCSIN_DATA_FILE: cannot read " + nowhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
    void servesThisMachineWithoutALogin(String host) {
        Settings settings = Settings.from(Map.of("TOCSIN_HTTP_HOST", host));

        assertThatCode(settings::refuseOpenDoor).doesNotThrowAnyException();
    }

    @Test
    void servesAContainerWithoutALoginWhereItsPortIsPublishedOnLoopback() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "TOCSIN_HTTP_HOST", "0.0.0.0",
                                "TOCSIN_PUBLISHED_ON_LOOPBACK", "true"));

        assertThatCode(settings::refuseOpenDoor).doesNotThrowAnyException();
        assertThat(settings.isLoopbackOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "desk.example", "10.0.0.7", "127.0.0.1.example"})
    void refusesToServeOtherMachinesWithoutALogin(String host) {
        Settings open = Settings.from(Map.of("TOCSIN_HTTP_HOST", host));
        Settings locked =
                Settings.from(
                        Map.of("TOCSIN_HTTP_HOST", host, "TOCSIN_ADMIN_TOKEN", "t".repeat(32)));

        assertThatThrownBy(open::refuseOpenDoor)
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("TOCSIN_ADMIN_TOKEN");
        assertThatCode(locked::refuseOpenDoor).doesNotThrowAnyException();
        assertThat(locked.toString()).doesNotContain("tttt");
    }

    @Test
    void refusesAProviderThatIsOnlyHalfSetUp() {
        assertThat(
                        faults(
                                Map.of(
                                        "TOCSIN_ADMIN_TOKEN", "short",
                                        "TOCSIN_OIDC_ISSUER", "https://login.example",
                                        "TOCSIN_OIDC_ROLES", "boss=desk")))
                .hasSize(4)
                .anyMatch(fault -> fault.contains("32 characters"))
                .anyMatch(fault -> fault.contains("TOCSIN_PUBLIC_URL"))
                .anyMatch(fault -> fault.contains("TOCSIN_OIDC_CLIENT_ID"))
                .anyMatch(fault -> fault.contains("boss=desk"));
    }

    @Test
    void isDocumented() throws IOException {
        List<String> expected =
                Arrays.stream(Variable.values())
                        .map(
                                variable ->
                                        "| `%s` | %s | %s |"
                                                .formatted(
                                                        variable,
                                                        code(variable.fallback()),
                                                        variable.meaning()))
                        .toList();

        try (Stream<String> lines = Files.lines(Path.of("../../docs/settings.md"))) {
            assertThat(lines.filter(line -> line.startsWith("| `")))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static String code(String value) {
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static List<String> faults(Map<String, String> environment) {
        return catchThrowableOfType(BadSettings.class, () -> Settings.from(environment)).faults();
    }
}
