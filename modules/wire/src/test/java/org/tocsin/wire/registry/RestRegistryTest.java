package org.tocsin.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RestRegistryTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final String ID = "{\"id\":7}";

    @Test
    void triesAgainWhileTheServerIsOutOfOrder() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(503, "").answering(500, "{}").answering(200, ID);

            int id = registry(server.address()).register("s", TEXT);

            assertThat(id).isEqualTo(7);
            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void givesUpAfterTheLastRetry() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(502, "{\"message\":\"bad gateway\"}");

            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> registry(server.address()).register("s", TEXT))
                    .withMessageContaining("HTTP 502, bad gateway");

            assertThat(server.asked()).hasSize(4);
        }
    }

    @Test
    void asksTheNextServerWhenOneDoesNotAnswer() throws IOException {
        try (var first = StubServer.start();
                var second = StubServer.start()) {
            first.answering(503, "");
            second.answering(200, ID);
            RestRegistry registry =
                    registry(nobody() + "," + first.address() + "," + second.address());

            registry.register("s", TEXT);
            registry.register("s", TEXT);

            assertThat(first.asked()).hasSize(1);
            assertThat(second.asked()).hasSize(2);
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        String nobody = nobody();

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> registry("user:secret@" + nobody).schema(1))
                .withMessageContaining("http://" + nobody + " does not answer")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void worksAgainWhenTheServerIsBack() throws IOException {
        String address = nobody();
        Registry registry = new CachedRegistry(registry(address), 10);
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> registry.schema(7));

        try (var server = StubServer.at(Integer.parseInt(address.split(":")[1]))) {
            server.answering(200, "{\"schema\":\"\\\"string\\\"\"}");

            assertThat(registry.schema(7)).isEqualTo(TEXT);
        }

        assertThat(registry.schema(7)).isEqualTo(TEXT);
    }

    @Test
    void waitsNoLongerThanItIsTold() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(0, "");
            RestRegistry registry =
                    registry(
                            server.address(),
                            Map.of("http.read.timeout.ms", 100, "max.retries", 0));

            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> registry.schema(1))
                    .withMessageContaining("timed out");
        }
    }

    @Test
    void doesNotTryAgainWhatIsRefused() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(422, "{\"error_code\":42201,\"message\":\"Invalid schema\"}");

            assertThatExceptionOfType(RegistryRefusal.class)
                    .isThrownBy(() -> registry(server.address()).register("s", TEXT))
                    .withMessageContaining("Invalid schema")
                    .satisfies(e -> assertThat(e.errorCode()).isEqualTo(42201));

            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void looksWhetherAnotherRegisteredTheSameFirst() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(409, "{\"message\":\"already exists\"}").answering(200, ID);

            int id = registry(server.address()).register("s", TEXT);

            assertThat(id).isEqualTo(7);
            assertThat(server.asked())
                    .extracting(StubServer.Asked::line)
                    .containsExactly("POST /subjects/s/versions", "POST /subjects/s");
        }
    }

    @Test
    void tellsTheReasonOfAnIncompatibleSchema() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(409, "{\"error_code\":409,\"message\":\"READER_FIELD_MISSING\"}")
                    .answering(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");

            assertThatExceptionOfType(RegistryRefusal.class)
                    .isThrownBy(() -> registry(server.address()).register("s", TEXT))
                    .withMessageContaining("READER_FIELD_MISSING")
                    .satisfies(e -> assertThat(e.status()).isEqualTo(409));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Welcome</html>",
                "",
                "[]",
                "{}",
                "{\"id\":\"seven\",\"schema\":7}",
                "{\"id\":1,\"schema\":\"{}\"}",
                "{\"schema\":\"syntax = \\\"proto3\\\"\",\"schemaType\":\"PROTOBUF\"}"
            })
    void saysWhenSomethingElseListensThere(String body) throws IOException {
        try (var server = StubServer.start()) {
            server.answering(200, body);

            assertThatExceptionOfType(RegistryRefusal.class)
                    .isThrownBy(() -> registry(server.address()).latest("s"))
                    .withMessageContaining("http://" + server.address());
        }
    }

    @Test
    void encodesSubjects() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(200, ID);

            registry(server.address()).register("a/b c+d-value", TEXT);

            assertThat(server.asked().get(0).line())
                    .isEqualTo("POST /subjects/a%2Fb%20c%2Bd-value/versions");
        }
    }

    @Test
    void speaksPlainHttp11AndKeepsThePath() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(200, ID);

            registry(server.address() + "/apis/ccompat/v7/").register("s", TEXT);

            assertThat(server.asked().get(0))
                    .isEqualTo(
                            new StubServer.Asked(
                                    "POST /apis/ccompat/v7/subjects/s/versions", null, null));
        }
    }

    @Test
    void presentsCredentials() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(200, ID);

            registry("user:s%40crät@" + server.address()).register("s", TEXT);
            registry(
                            server.address(),
                            Map.of(
                                    "basic.auth.credentials.source", "USER_INFO",
                                    "basic.auth.user.info", "user:s@crät"))
                    .register("s", TEXT);
            registry(
                            server.address(),
                            Map.of(
                                    "schema.registry.basic.auth.credentials.source", "USER_INFO",
                                    "schema.registry.basic.auth.user.info", "user:s@crät"))
                    .register("s", TEXT);

            assertThat(server.asked())
                    .extracting(StubServer.Asked::authorization)
                    .containsOnly("Basic dXNlcjpzQGNyw6R0");
        }
    }

    @Test
    void saysWhenCredentialsAreRefused() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");

            assertThatExceptionOfType(RegistryRefusal.class)
                    .isThrownBy(() -> registry("user:secret@" + server.address()).schema(1))
                    .withMessageContaining("HTTP 401")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
        }
    }

    @Test
    void neverNamesCredentialsInAnAddressThatIsWrong() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> registry("user:se cret@nowhere"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("cret"));
    }

    private static RestRegistry registry(String addresses) {
        return registry(addresses, Map.of());
    }

    private static RestRegistry registry(String addresses, Map<String, ?> more) {
        var configs = new HashMap<String, Object>(more);
        configs.put("schema.registry.url", "http://" + addresses.replace(",", ",http://"));
        configs.put("retries.wait.ms", 1);
        return new RestRegistry(new RegistryConfig(configs));
    }

    /** An address where nobody listens. */
    private static String nobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
