package org.tocsin.bench.window;

import java.util.SplittableRandom;

/**
 * Invented words whose frequencies follow Zipf's law, as those of every language do: the first are
 * English function words, some of the rest are names, which are written with a capital.
 */
final class Vocabulary {

    private static final String FUNCTION_WORDS =
            "the of to and a in for that is on said with he was as it by at from his an were are"
                    + " which have be has had its will not they who their would been or more after"
                    + " about but this one we also than up out over new all when there into some";

    private static final String[] SYLLABLES = {
        "ba", "ren", "to", "mi", "sal", "dor", "ka", "ne", "vi", "lun", "per", "so", "ti", "ral",
        "gen", "mar", "co", "des", "fi", "han", "lo", "ston", "wa", "ble", "cre", "ju"
    };

    private static final int SIZE = 60_000;
    private static final int DRAWS = 1 << 20;
    private static final double NAMES = 0.15;

    private final String[] words = new String[SIZE];
    private final char[] draws = new char[DRAWS];

    Vocabulary(SplittableRandom random) {
        String[] first = FUNCTION_WORDS.split(" ");
        for (int rank = 0; rank < SIZE; rank++) {
            words[rank] = rank < first.length ? first[rank] : invented(random);
        }
        fillDraws();
    }

    private static String invented(SplittableRandom random) {
        var word = new StringBuilder();
        for (int left = 2 + random.nextInt(3); left > 0; left--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        if (random.nextDouble() < NAMES) {
            word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        }
        return word.toString();
    }

    /** Each word as often as its rank asks (Mandelbrot's form of the law, which fits the top). */
    private void fillDraws() {
        double all = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            all += 1 / (rank + 2.7);
        }
        double sum = 0;
        int at = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            sum += 1 / (rank + 2.7) / all;
            for (int end = (int) Math.round(sum * DRAWS); at < end; at++) {
                draws[at] = (char) rank;
            }
        }
    }

    String draw(SplittableRandom random) {
        return words[draws[random.nextInt(DRAWS)]];
    }
}
