package org.tocsin.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.embedded.EmbeddedKafka;
import org.tocsin.core.json.Json;
import org.tocsin.wire.registry.Compatibility;

/** The embedded registry on an embedded broker. */
final class RegistryServerTest implements RegistryContract {

    private static EmbeddedKafka kafka;
    private static RegistryServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        kafka = EmbeddedKafka.start(folder, 0);
        server = RegistryServer.start(kafka.bootstrapServers(), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
        kafka.close();
    }

    @Override
    public String url() {
        return server.url();
    }

    @Test
    void remembersEverythingAcrossARestart() throws Exception {
        String kept = RegistryContract.subject();
        String dropped = RegistryContract.subject();
        int id = registry().register(kept, FIRST);
        registry().setCompatibility(kept, Compatibility.FULL_TRANSITIVE);
        registry().register(dropped, FIRST);
        http().delete("/subjects/" + Http.encoded(dropped));

        try (var next = RegistryServer.start(kafka.bootstrapServers(), 0)) {
            var http = new Http(next.url());

            assertThat(http.get("/schemas/ids/" + id).body().path("schema").asText())
                    .isEqualTo(FIRST.toString());
            assertThat(http.get("/config/" + Http.encoded(kept)).body())
                    .isEqualTo(json(Map.of("compatibilityLevel", "FULL_TRANSITIVE")));
            assertThat(http.get("/subjects/" + Http.encoded(dropped) + "/versions").fault())
                    .isEqualTo("404/40401");
            assertThat(http.get("/subjects?deleted=true").body())
                    .contains(json(dropped), json(kept));
        }
    }

    @Test
    void givesDeletedVersionsNewNumbersButTheOldId() {
        String subject = RegistryContract.subject();
        int id = registry().register(subject, FIRST);
        http().delete("/subjects/" + Http.encoded(subject) + "/versions/1");

        int again = registry().register(subject, FIRST);

        assertThat(again).isEqualTo(id);
        assertThat(http().get("/subjects/" + Http.encoded(subject) + "/versions").body())
                .isEqualTo(json(List.of(2)));
    }

    @Test
    void refusesToDeleteForGoodWhatIsAlive() {
        String subject = RegistryContract.subject();
        registry().register(subject, FIRST);
        String place = "/subjects/" + Http.encoded(subject);

        assertThat(http().delete(place + "?permanent=true").fault()).isEqualTo("404/40405");
        assertThat(http().delete(place + "/versions/1?permanent=true").fault())
                .isEqualTo("404/40407");
        assertThat(http().delete(place).status()).isEqualTo(200);
        assertThat(http().delete(place).fault()).isEqualTo("404/40404");
    }

    @Test
    void saysWhereASchemaIsUsed() {
        String subject = RegistryContract.subject();
        int id = registry().register(subject, WITHOUT_DEFAULT);

        assertThat(http().get("/schemas/ids/" + id + "/versions").body())
                .contains(json(Map.of("subject", subject, "version", 1)));
        assertThat(http().get("/schemas/ids/" + id + "/subjects").body()).contains(json(subject));
        assertThat(http().get("/schemas/types").body()).isEqualTo(json(List.of("AVRO")));
    }

    @Test
    void explainsWhyASchemaDoesNotFit() {
        String subject = RegistryContract.subject();
        registry().register(subject, FIRST);

        Http.Answer answer =
                http().post(
                                "/compatibility/subjects/"
                                        + Http.encoded(subject)
                                        + "/versions?verbose=true",
                                RegistryContract.body(WITHOUT_DEFAULT));

        assertThat(answer.body().path("messages").path(0).asText())
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE")
                .contains("stars");
    }

    @Test
    void answersNonsenseWithCodesNotWithFailures() {
        assertThat(http().post("/subjects/s/versions", "not json").fault()).isEqualTo("422/422");
        assertThat(http().post("/subjects/s/versions", "").fault()).isEqualTo("422/422");
        assertThat(http().post("/subjects/s/versions", "{}").fault()).isEqualTo("422/42201");
        assertThat(http().put("/config", "{\"compatibility\":\"SOME\"}").fault())
                .isEqualTo("422/42203");
        assertThat(http().put("/mode", "{\"mode\":\"IMPORT\"}").fault()).isEqualTo("422/42204");
        assertThat(http().get("/config/nobody").fault()).isEqualTo("404/40408");
        assertThat(http().get("/nowhere").fault()).isEqualTo("404/404");
        assertThat(http().put("/subjects", "{}").fault()).isEqualTo("405/405");
        assertThat(http().get("/mode").body()).isEqualTo(json(Map.of("mode", "READWRITE")));
    }

    @Test
    void refusesAPortThatIsTaken() {
        int taken = Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> RegistryServer.start(kafka.bootstrapServers(), taken))
                .withMessageContaining("TOCSIN_EMBEDDED_REGISTRY_PORT");
    }

    private static JsonNode json(Object value) {
        return Json.mapper().valueToTree(value);
    }
}
