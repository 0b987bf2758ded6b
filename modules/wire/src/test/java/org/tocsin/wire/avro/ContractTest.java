package org.tocsin.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/** Holds the schemas, the Java records and the topics together. */
final class ContractTest {

    private static final Path SCHEMAS = Path.of("../../schemas");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".avsc"))
                    .map(name -> name.substring(0, name.length() - ".avsc".length()))
                    .sorted()
                    .toList();
        }
    }

    static Stream<Topic<?>> topics() {
        return Topics.all().stream().filter(Topic::isAvro);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicCarriesARecordThatFitsItsSchema(Topic<?> topic) {
        assertThatCode(() -> RecordMapping.of(topic.type())).doesNotThrowAnyException();
        assertThat(Schemas.named(topic.type().getSimpleName())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySchemaAndEveryFieldIsExplained(String name) {
        Schema schema = Schemas.named(name).orElseThrow();

        assertThat(schema.getDoc()).isNotBlank();
        if (schema.getType() == Schema.Type.RECORD) {
            assertThat(schema.getFields()).allSatisfy(f -> assertThat(f.doc()).isNotBlank());
        }
    }

    /** Without a default, a reader that lags behind could not read a symbol added later. */
    @ParameterizedTest
    @MethodSource("names")
    void everyEnumHasADefault(String name) {
        enums(Schemas.named(name).orElseThrow())
                .forEach(schema -> assertThat(schema.getEnumDefault()).isNotNull());
    }

    @Test
    void whatIsRegisteredStandsAlone() {
        String registered =
                RecordMapping.of(org.tocsin.core.tag.TaggedTelling.class).schema().toString();

        Schema parsed = new Schema.Parser().parse(registered);

        assertThat(parsed.toString().toLowerCase(Locale.ROOT)).contains("\"name\":\"actortag\"");
    }

    private static Stream<Schema> enums(Schema schema) {
        return switch (schema.getType()) {
            case ENUM -> Stream.of(schema);
            case RECORD -> schema.getFields().stream().flatMap(f -> enums(f.schema()));
            case ARRAY -> enums(schema.getElementType());
            case UNION -> schema.getTypes().stream().flatMap(ContractTest::enums);
            default -> Stream.empty();
        };
    }
}
