package org.tocsin.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.core.json.Json;
import org.tocsin.wire.topic.Topic;

/**
 * Writes the topics' schemas to {@code schemas/released} where the last version there differs. Runs
 * only when it is asked for by name, at a release.
 */
final class Release {

    private static final Path RELEASED = Path.of("../../schemas/released");

    @ParameterizedTest
    @MethodSource("org.tocsin.wire.avro.ReleasedSchemasTest#topics")
    void writesWhatHasChanged(Topic<?> topic) throws IOException {
        String name = topic.type().getSimpleName();
        JsonNode schema = tree(RecordMapping.of(topic.type()).schema());
        int last = 0;
        while (Files.exists(file(name, last + 1))) {
            last++;
        }
        if (last == 0 || !read(file(name, last)).equals(schema)) {
            last++;
            Files.writeString(file(name, last), schema.toPrettyString() + "\n");
        }

        assertThat(read(file(name, last))).isEqualTo(schema);
    }

    private static JsonNode read(Path file) throws IOException {
        return tree(new Schema.Parser().parse(Files.readString(file)));
    }

    private static JsonNode tree(Schema schema) throws IOException {
        return Json.mapper().readTree(schema.toString());
    }

    private static Path file(String name, int number) {
        return RELEASED.resolve(name + ".v" + number + ".avsc");
    }
}
