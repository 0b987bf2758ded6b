package org.tocsin.wire.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.watch.Alert;

final class TopicsTest {

    /**
     * Topic, key, value, partitions, cleanup, kept: the columns of the table that the code knows.
     */
    private static final List<Integer> KNOWN_COLUMNS = List.of(1, 2, 3, 4, 5, 6);

    @Test
    void areDocumented() throws IOException {
        List<List<String>> expected = Topics.all().stream().map(TopicsTest::row).toList();

        try (Stream<String> lines = Files.lines(Path.of("../../docs/topics.md"))) {
            Stream<List<String>> rows =
                    lines.filter(line -> line.startsWith("| `news."))
                            .filter(line -> line.split("\\|").length > 4)
                            .map(TopicsTest::knownColumns);

            assertThat(rows).containsExactlyElementsOf(expected);
        }
    }

    private static List<String> row(Topic<?> topic) {
        return List.of(
                "`" + topic.name() + "`",
                topic.key(),
                topic.isAvro() ? "`" + topic.type().getSimpleName() + "`" : "bytes",
                topic.partitions() == Topic.AS_SET ? "as set" : "" + topic.partitions(),
                topic.compacted() ? "compact" : "delete",
                topic.compacted()
                        ? "last of each key"
                        : "P%dD".formatted(topic.retention().toDays()));
    }

    private static List<String> knownColumns(String line) {
        List<String> columns = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        return KNOWN_COLUMNS.stream().map(columns::get).toList();
    }

    @Test
    void routesHaveTopicsOfTheirOwn() {
        Topic<Alert> mena = Topics.alertsTo("mena");

        assertThat(mena.name()).isEqualTo("news.alerts.mena");
        assertThat(mena.subject()).isEqualTo("news.alerts.mena-value");
        assertThat(mena.retention()).isEqualTo(Topics.ALERTS.retention());
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "", "_mena", "a.b", "-a", "mena\n", "a/b"})
    void refusesRoutesThatAreNoPartOfATopicsName(String route) {
        assertThat(Topics.isRoute(route)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.alertsTo(route));
    }
}
