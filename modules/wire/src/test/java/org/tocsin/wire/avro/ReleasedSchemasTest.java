package org.tocsin.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.wire.registry.Compatibility;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * Checks each topic's schema against every version of it that was released: {@code
 * schemas/released/<name>.v<number>.avsc}, self-contained, never changed once it is there.
 */
final class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("../../schemas/released");

    static Stream<Topic<?>> topics() {
        return Topics.all().stream().filter(Topic::isAvro);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void followTheRuleOfTheirTopic(Topic<?> topic) throws IOException {
        Schema current = RecordMapping.of(topic.type()).schema();

        List<String> faults = topic.evolution().faults(current, released(topic));

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void haveBeenReleasedAtLeastOnce(Topic<?> topic) throws IOException {
        assertThat(released(topic)).isNotEmpty();
    }

    /** Guards the guard: what this test is for must make it fail. */
    @Test
    void wouldNotFollowWithoutADefault() {
        Schema alert = RecordMapping.of(Topics.ALERTS.type()).schema();
        Schema withMore =
                new Schema.Parser()
                        .parse(
                                alert.toString()
                                        .replaceFirst(
                                                "\"fields\":\\[",
                                                "\"fields\":[{\"name\":\"desk\",\"type\":\"string\"},"));

        List<String> faults = Compatibility.FULL_TRANSITIVE.faults(withMore, List.of(alert));

        assertThat(faults).singleElement().asString().contains("desk");
    }

    private static List<Schema> released(Topic<?> topic) throws IOException {
        String prefix = topic.type().getSimpleName() + ".v";
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparingInt(file -> number(file, prefix)))
                    .map(ReleasedSchemasTest::parse)
                    .toList();
        }
    }

    private static int number(Path file, String prefix) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(prefix.length(), name.length() - ".avsc".length()));
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
