package org.tocsin.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Texts are read 64 letters at a time, and one rare letter changes how. */
    @Test
    void findsAWordWhereverItStands() {
        for (String before : List.of(" ", "-", "習", "e\u0301 ", "🙂")) {
            for (int i = 1; i < 150; i++) {
                String text = before.repeat(i) + "Путин" + " x".repeat(40);

                var words = Words.of(text);

                int at = words.firstFrom(before.length() * i);
                assertThat(words.surface(at)).isEqualTo("Путин");
                assertThat(words.size() - at).isEqualTo(41);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERDOĞAN", "Straße", "إِيرَان", "Việt", "Ångström", "한국", "x"})
    void hashesAndComparesAWordAsItIsFolded(String word) {
        var words = Words.of(word);
        String folded = words.folded(0);
        char[] letters = ("a" + folded + "b").toCharArray();

        assertThat(words.hash(0)).isEqualTo(Words.hash(folded));
        assertThat(words.isFolded(0, letters, 1, folded.length() + 1)).isTrue();
        assertThat(words.isFolded(0, letters, 1, folded.length() + 2)).isFalse();
        assertThat(words.isFolded(0, letters, 0, folded.length())).isFalse();
    }
}
