package org.tocsin.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class CachedRegistryTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final Schema NUMBER = Schema.create(Schema.Type.INT);

    @Test
    void asksOnceForWhatItIsTold() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(200, "{\"id\":7,\"schema\":\"\\\"string\\\"\"}");
            Registry registry = cached(server, 10);

            for (int i = 0; i < 3; i++) {
                registry.register("s", TEXT);
                registry.idOf("s", TEXT);
                registry.latest("s");
                registry.schema(7);
            }

            assertThat(server.asked()).hasSize(4);
        }
    }

    @Test
    void asksAgainWhatWasRefused() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}")
                    .answering(200, "{\"schema\":\"\\\"string\\\"\"}");
            Registry registry = cached(server, 10);
            assertThatExceptionOfType(RegistryRefusal.class).isThrownBy(() -> registry.schema(7));

            Schema schema = registry.schema(7);

            assertThat(schema).isEqualTo(TEXT);
        }
    }

    @Test
    void refusesAProgramThatMakesSchemasWithoutEnd() throws IOException {
        try (var server = StubServer.start()) {
            server.answering(200, "{\"id\":7}");
            Registry registry = cached(server, 1);
            registry.register("s", TEXT);

            assertThatIllegalStateException()
                    .isThrownBy(() -> registry.register("s", NUMBER))
                    .withMessageContaining("max.schemas.per.subject");
        }
    }

    private static Registry cached(StubServer server, int limit) {
        return Registries.open(
                Map.of(
                        "schema.registry.url",
                        "http://" + server.address(),
                        "max.schemas.per.subject",
                        limit));
    }
}
