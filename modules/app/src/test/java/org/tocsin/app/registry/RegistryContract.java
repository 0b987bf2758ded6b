package org.tocsin.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.tocsin.core.json.Json;
import org.tocsin.wire.avro.GenericAvroSerde;
import org.tocsin.wire.registry.Compatibility;
import org.tocsin.wire.registry.Registry;
import org.tocsin.wire.registry.RegistryConfig;
import org.tocsin.wire.registry.RegistryRefusal;
import org.tocsin.wire.registry.RestRegistry;

/**
 * What Tocsin's serdes and their peers in other languages need of any registry. Those who implement
 * it provide a server; every test takes a subject of its own, so one server serves all.
 */
interface RegistryContract {

    AtomicInteger SUBJECTS = new AtomicInteger();

    Schema FIRST =
            SchemaBuilder.record("Note")
                    .namespace("contract")
                    .fields()
                    .requiredString("text")
                    .endRecord();

    Schema WITH_DEFAULT =
            SchemaBuilder.record("Note")
                    .namespace("contract")
                    .fields()
                    .requiredString("text")
                    .optionalString("author")
                    .endRecord();

    Schema WITHOUT_DEFAULT =
            SchemaBuilder.record("Note")
                    .namespace("contract")
                    .fields()
                    .requiredString("text")
                    .requiredInt("stars")
                    .endRecord();

    /** The value of {@code schema.registry.url}. */
    String url();

    default RestRegistry registry() {
        return new RestRegistry(new RegistryConfig(Map.of("schema.registry.url", url())));
    }

    default Http http() {
        return new Http(url());
    }

    static String subject() {
        return "contract-" + SUBJECTS.incrementAndGet() + "/ü-value";
    }

    static String body(Schema schema) {
        return Json.line(Map.of("schema", schema.toString()));
    }

    @Test
    default void findsWhatWasRegistered() {
        String subject = subject();

        int id = registry().register(subject, FIRST);

        assertThat(registry().schema(id)).isEqualTo(FIRST);
        assertThat(registry().idOf(subject, FIRST)).isEqualTo(id);
        assertThat(registry().latest(subject)).isEqualTo(new Registry.Registered(id, FIRST));
    }

    @Test
    default void givesOneSchemaOneIdUnderAllSubjects() {
        int id = registry().register(subject(), FIRST);

        int again = registry().register(subject(), FIRST);

        assertThat(again).isEqualTo(id);
    }

    @Test
    default void registersASchemaOnceHoweverOftenItIsAsked() {
        String subject = subject();
        registry().register(subject, FIRST);

        registry().register(subject, FIRST);

        assertThat(http().get("/subjects/" + Http.encoded(subject) + "/versions").body())
                .isEqualTo(Json.mapper().valueToTree(List.of(1)));
    }

    @Test
    default void agreesOnOneIdWhenManyRegisterAtOnce() throws Exception {
        String subject = subject();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Integer> register = () -> registry().register(subject, WITH_DEFAULT);

        Set<Integer> ids =
                threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> register).toList()).stream()
                        .map(RegistryContract::result)
                        .collect(Collectors.toSet());

        threads.shutdown();
        assertThat(ids).hasSize(1);
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    default void takesASchemaThatReadsTheOneBefore() {
        String subject = subject();
        int first = registry().register(subject, FIRST);

        int second = registry().register(subject, WITH_DEFAULT);

        assertThat(second).isNotEqualTo(first);
        assertThat(registry().latest(subject).schema()).isEqualTo(WITH_DEFAULT);
    }

    @Test
    default void refusesASchemaThatCannotReadTheOneBefore() {
        String subject = subject();
        registry().register(subject, FIRST);

        assertThatExceptionOfType(RegistryRefusal.class)
                .isThrownBy(() -> registry().register(subject, WITHOUT_DEFAULT))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(409));
    }

    @Test
    default void judgesASchemaWithoutRegisteringIt() {
        String subject = subject();
        registry().register(subject, FIRST);
        String place =
                "/compatibility/subjects/"
                        + Http.encoded(subject)
                        + "/versions/latest?verbose=true";

        JsonNode good = http().post(place, body(WITH_DEFAULT)).body();
        JsonNode bad = http().post(place, body(WITHOUT_DEFAULT)).body();

        assertThat(good.get("is_compatible").asBoolean()).isTrue();
        assertThat(bad.get("is_compatible").asBoolean()).isFalse();
        assertThat(registry().latest(subject).schema()).isEqualTo(FIRST);
    }

    @Test
    default void keepsToTheRuleOfTheSubject() {
        String subject = subject();
        registry().setCompatibility(subject, Compatibility.FORWARD);
        registry().register(subject, FIRST);

        int id = registry().register(subject, WITHOUT_DEFAULT);

        assertThat(registry().schema(id)).isEqualTo(WITHOUT_DEFAULT);
    }

    @Test
    default void looksPastTheLastVersionWhereTheRuleIsTransitive() {
        String subject = subject();
        registry().register(subject, WITHOUT_DEFAULT);
        registry().register(subject, FIRST);
        registry().setCompatibility(subject, Compatibility.FULL_TRANSITIVE);

        assertThatExceptionOfType(RegistryRefusal.class)
                .isThrownBy(() -> registry().register(subject, WITH_DEFAULT))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(409));
    }

    @Test
    default void saysWhatItDoesNotKnow() {
        String subject = subject();
        registry().register(subject, FIRST);
        String encoded = Http.encoded(subject);

        assertThat(http().get("/schemas/ids/999999").fault()).isEqualTo("404/40403");
        assertThat(http().get("/subjects/nobody/versions").fault()).isEqualTo("404/40401");
        assertThat(http().get("/subjects/nobody/versions/1").fault()).startsWith("404/4040");
        assertThat(http().get("/subjects/" + encoded + "/versions/7").fault())
                .isEqualTo("404/40402");
        assertThat(http().post("/subjects/" + encoded, body(WITH_DEFAULT)).fault())
                .isEqualTo("404/40403");
    }

    @Test
    default void refusesWhatIsNoSchema() {
        String place = "/subjects/" + Http.encoded(subject()) + "/versions";

        Http.Answer answer = http().post(place, "{\"schema\":\"{\\\"type\\\":\\\"recrod\\\"}\"}");

        assertThat(answer.fault()).isEqualTo("422/42201");
    }

    /** Confluent's serializer asks this first and goes on when it is told 404. */
    @Test
    default void answersPathsOfNewerRegistriesWithNotFound() {
        assertThat(http().get("/associations/resources/-/news.alerts?resourceType=topic").status())
                .isEqualTo(404);
    }

    @Test
    default void deletesASubjectInTwoSteps() {
        String subject = subject();
        int id = registry().register(subject, FIRST);
        String place = "/subjects/" + Http.encoded(subject);

        Http.Answer soft = http().delete(place);

        assertThat(soft.body()).isEqualTo(Json.mapper().valueToTree(List.of(1)));
        assertThat(http().get(place + "/versions").status()).isEqualTo(404);
        assertThat(registry().schema(id)).isEqualTo(FIRST);
        assertThat(http().delete(place + "?permanent=true").status()).isEqualTo(200);
    }

    @Test
    default void servesRecordsFromEndToEnd() {
        Map<String, String> configs = Map.of("schema.registry.url", url());
        GenericRecord note = new GenericData.Record(FIRST);
        note.put("text", "Перемирие");
        try (Serde<GenericRecord> writer = new GenericAvroSerde();
                Serde<GenericRecord> reader = new GenericAvroSerde()) {
            writer.configure(configs, false);
            reader.configure(configs, false);

            byte[] bytes = writer.serializer().serialize("notes", note);

            assertThat(reader.deserializer().deserialize("notes", bytes)).isEqualTo(note);
        }
    }
}
