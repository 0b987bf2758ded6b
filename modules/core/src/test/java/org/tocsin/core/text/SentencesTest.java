package org.tocsin.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    @ParameterizedTest
    @MethodSource("texts")
    void splitsWhereAReaderWould(String text, List<String> sentences) {
        var spans = Sentences.of(text);

        assertThat(spans).extracting(span -> span.of(text)).isEqualTo(sentences);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void findsTheSameBetweenKnownWords(String text, List<String> sentences) {
        var spans = Sentences.of(text, Words.of(text));

        assertThat(spans).extracting(span -> span.of(text)).isEqualTo(sentences);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("No stop at all", List.of("No stop at all")),
                Arguments.of("One. Two.", List.of("One.", "Two.")),
                Arguments.of("Gen. Orlov left. He did.", List.of("Gen. Orlov left.", "He did.")),
                Arguments.of(
                        "A rise of 3.5 per cent. Good!",
                        List.of("A rise of 3.5 per cent.", "Good!")),
                Arguments.of(
                        "The U.S. Army left. All of it.",
                        List.of("The U.S. Army left.", "All of it.")),
                Arguments.of(
                        "He lives in the U.S. The army left.",
                        List.of("He lives in the U.S.", "The army left.")),
                Arguments.of("“We leave.” He left.", List.of("“We leave.”", "He left.")),
                Arguments.of(
                        "Las tropas de EE. UU. volvieron. Todas.",
                        List.of("Las tropas de EE. UU. volvieron.", "Todas.")),
                Arguments.of("\"Will you go?\" she asked.", List.of("\"Will you go?\" she asked.")),
                Arguments.of("A line\nAnother line", List.of("A line", "Another line")),
                Arguments.of("Ушли. Все ушли.", List.of("Ушли.", "Все ушли.")),
                Arguments.of("هل غادروا؟ نعم غادروا.", List.of("هل غادروا؟", "نعم غادروا.")),
                Arguments.of("他们走了。没有人留下。", List.of("他们走了。", "没有人留下。")));
    }
}
