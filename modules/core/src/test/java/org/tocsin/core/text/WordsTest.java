package org.tocsin.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    @ParameterizedTest
    @MethodSource("texts")
    void foldsEachWord(String text, List<String> folded) {
        var words = Words.of(text);

        assertThat(IntStream.range(0, words.size()).mapToObj(words::folded).toList())
                .isEqualTo(folded);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("Erdoğan'ın ordusu", List.of("erdogan", "in", "ordusu")),
                Arguments.of("ERDOĞAN, İzmir", List.of("erdogan", "izmir")),
                Arguments.of("U.N. al-Islam", List.of("u", "n", "al", "islam")),
                Arguments.of("Российский край", List.of("российский", "край")),
                Arguments.of("إِيرَان", List.of("ايران")),
                Arguments.of("习近平", List.of("习", "近", "平")),
                Arguments.of("Straße 12b", List.of("strasse", "12b")));
    }

    @Test
    void keepsTheOffsetsOfTheText() {
        String text = "So 🙂 Путин said";

        var words = Words.of(text);

        assertThat(text.substring(words.start(1), words.end(1))).isEqualTo("Путин");
        assertThat(words.firstFrom(words.end(1))).isEqualTo(2);
        assertThat(words.firstFrom(text.length())).isEqualTo(words.size());
    }
}
