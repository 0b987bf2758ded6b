package org.tocsin.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.core.text.Words;

class WordTableTest {

    private final WordTable table = new WordTable();

    @Test
    void numbersWordsInTheOrderInWhichTheyCome() {
        int[] numbers = IntStream.range(0, 5_000).map(i -> table.add("word" + i)).toArray();

        assertThat(numbers).isEqualTo(IntStream.range(0, 5_000).toArray());
        assertThat(table.add("word77")).isEqualTo(77);
        assertThat(table.of("word4999")).isEqualTo(4_999);
        assertThat(table.of("word5000")).isEqualTo(WordTable.NONE);
    }

    @Test
    void takesNoWordForAnotherWhoseHashIsTheSame() {
        table.add("sulmare");
        Words text = Words.of("Sulmare Ostrava");

        int itself = table.of(text, 0, Words.hash("sulmare"));
        int other = table.of(text, 1, Words.hash("sulmare"));

        assertThat(itself).isZero();
        assertThat(other).isEqualTo(WordTable.NONE);
    }
}
