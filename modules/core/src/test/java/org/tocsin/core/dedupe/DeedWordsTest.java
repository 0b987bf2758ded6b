package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedWordsTest {

    @ParameterizedTest
    @CsvSource({
        "resigned, censured",
        "resignation, impeachment",
        "cut, trimmed",
        "slashes, lowers",
        "walkout, pickets",
        "prison, imprisonment",
        "fighting, skirmishes",
        "evacuation, evacuees",
        "capsized, foundered",
        "arrested, custody"
    })
    void tellsOneDeedInEitherWord(String one, String other) {
        short deed = code(one);
        short same = code(other);

        assertThat(Codes.shipped().isDeed(deed)).isTrue();
        assertThat(Codes.word(same)).isEqualTo(Codes.word(deed));
    }

    @ParameterizedTest
    @CsvSource({"resigned, pickets", "arrested, imprisonment", "trimmed, skirmishes"})
    void keepsDeedsOfOtherKindsApart(String one, String other) {
        assertThat(Codes.word(code(one))).isNotEqualTo(Codes.word(code(other)));
    }

    private static short code(String word) {
        return Codes.shipped().of(Tokens.of(word), 0, false);
    }
}
