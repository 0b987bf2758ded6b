package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is written for speed means what is written here in plain words. */
class PlainMeaningTest {

    private final Random random = new Random(11);

    @Test
    void takesTheSmallestOfEveryWindow() {
        for (int i = 0; i < 300; i++) {
            int[] runs = random.ints(random.nextInt(200), 0, 300).map(Hash::mix).toArray();

            int[] prints = Grams.of(4, runs).prints();

            assertThat(prints).containsExactly(winnowed(runs));
        }
    }

    private static int[] winnowed(int[] runs) {
        var picked = new TreeSet<Integer>();
        int window = runs.length < Grams.SHORT ? 1 : Grams.WINDOW;
        for (int i = 0; i + window <= runs.length; i++) {
            IntStream.range(i, i + window)
                    .map(at -> runs[at])
                    .boxed()
                    .min(Integer::compareUnsigned)
                    .ifPresent(picked::add);
        }
        return picked.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void keepsTheSmallestPrints() {
        for (int words = 1; words < 600; words += 7) {
            Sketch sketch =
                    Sketch.of(Wire.article("a", "b.example", "t", text(words), Duration.ZERO));

            int[] smallest = smallest(sketch.prints, 48);

            assertThat(sketch.keptPrints()).containsExactly(smallest);
            assertThat(sketch.indexedPrints()).containsExactly(smallest(sketch.prints, 16));
            assertThat(sketch.limit())
                    .isEqualTo(
                            sketch.prints.length <= 48
                                    ? -1
                                    : Arrays.stream(smallest)
                                            .boxed()
                                            .max(Integer::compareUnsigned)
                                            .orElseThrow());
        }
    }

    private static int[] smallest(int[] prints, int count) {
        return Arrays.stream(prints)
                .boxed()
                .sorted(Integer::compareUnsigned)
                .limit(count)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void takesEnglishEndingsOffTheHashOfAWord() {
        for (String word :
                List.of(
                        "qalks", "qoss", "qas", "qse", "qase", "qases", "qgreed", "qed", "qdded",
                        "qtrikes", "qeeting", "qing", "qings", "éclairs", "q", "qss", "qes", "qee",
                        "qwing", "qswing", "qoes", "qose", "qoses")) {
            short code = Codes.shipped().of(Tokens.of("x " + word), 1, true);

            int hash = stem(Tokens.of(word)).hashCode();
            assertThat(code).as(word).isEqualTo(Codes.shipped().unlisted(Codes.NAME, hash));
        }
    }

    @Test
    void takesNoTownForAWordOfAllNews() {
        for (String town : List.of("Homs", "Qee", "Bihać", "Kunduz", "Mariupol", "Мелитополь")) {
            short code = Codes.shipped().of(Tokens.of("x " + town), 1, true);

            assertThat(Codes.shipped().telling(code)).as(town).isGreaterThan(1);
        }
    }

    @Test
    void knowsANumberInWordsAndInDigits() {
        Tokens words = Tokens.of("two 2 02 ninety 90");
        var codes = new short[words.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Codes.shipped().of(words, i, false);
        }

        assertThat(codes[1]).isEqualTo(codes[0]).isEqualTo(codes[2]);
        assertThat(codes[4]).isEqualTo(codes[3]);
    }

    private static String stem(Tokens tokens) {
        String word = tokens.folded(0);
        int n = word.length();
        if (n > 5 && word.endsWith("ing")) {
            return word.substring(0, n - 3);
        }
        if (n > 4 && (word.endsWith("ed") || word.endsWith("es"))) {
            return word.substring(0, n - 2);
        }
        if (n > 3 && word.endsWith("s") && !word.endsWith("ss")) {
            return word.substring(0, n - 1);
        }
        return n > 4 && word.endsWith("e") ? word.substring(0, n - 1) : word;
    }

    @Test
    void remembersASetOfNumbers() {
        var set = new IntSet();
        for (int round = 0; round < 20; round++) {
            var plain = new HashSet<Integer>();
            set.clear();

            for (int i = 0; i < 300; i++) {
                int value = random.nextInt(400) << random.nextInt(20);
                assertThat(set.add(value)).isEqualTo(plain.add(value));
                int other = random.nextInt(400) << random.nextInt(20);
                assertThat(set.contains(other)).isEqualTo(plain.contains(other));
            }

            assertThat(set.size()).isEqualTo(plain.size());
        }
    }

    private String text(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(Integer.toString(random.nextInt(5_000), 36)).append(' ');
        }
        return text.toString();
    }
}
