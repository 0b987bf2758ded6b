package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.text.Words;

class StemmerTest {

    @ParameterizedTest
    @CsvSource({
        "withdraws, withdrawal",
        "withdrew, withdrawn",
        "Shelled, shelling",
        "negotiators, negotiator",
        "ceasefires, CEASEFIRE",
        "cities, citi"
    })
    void bringsTheFormsOfAWordTogether(String one, String other) {
        assertThat(stem(one)).isEqualTo(stem(other));
    }

    @ParameterizedTest
    @CsvSource({"led, lead", "used, us"})
    void leavesShortWordsAlone(String one, String other) {
        assertThat(stem(one)).isNotEqualTo(stem(other));
    }

    @ParameterizedTest
    @CsvSource({"Moldová, moldova", "ΑΘΗΝΑ, αθηνα"})
    void foldsItsWords(String one, String other) {
        assertThat(stem(one)).isEqualTo(stem(other));
    }

    private static String stem(String word) {
        var stemmer = Stemmer.of(List.of("withdraw withdrew withdrawn"));
        stemmer.read(Words.of(word), 0);

        assertThat(stemmer.hash()).isEqualTo(Words.hash(stemmer.stem()));
        return stemmer.stem();
    }
}
