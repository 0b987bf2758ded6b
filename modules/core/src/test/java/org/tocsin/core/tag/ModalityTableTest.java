package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.core.lexicon.Lexicon;

class ModalityTableTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    @ParameterizedTest(name = "{0}")
    @MethodSource("sentences")
    void tellsWhatTheSentenceClaims(String sentence, List<String> events) {
        var tags = TAGGER.tag(RuleExamplesTest.article(sentence, null));

        assertThat(tags.events())
                .extracting(event -> event.topic() + "=" + event.modality())
                .containsExactlyInAnyOrderElementsOf(events);
    }

    static Stream<Arguments> sentences() throws IOException {
        try (InputStream in = ModalityTableTest.class.getResourceAsStream("/tag/sentences.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> Arguments.of(cells[0], events(cells[1])));
        }
    }

    private static List<String> events(String cell) {
        return cell.isBlank() ? List.of() : Arrays.asList(cell.split(" "));
    }
}
