package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How likely a sentence tells of each topic, by its words alone: one logistic regression a topic
 * over the {@link Terms} of the sentence and their pairs of neighbours, each weighed by its inverse
 * document frequency (Spärck Jones 1972) and the sentence brought to length one. It is trained on
 * the labelled sentences of {@code modules/bench} and shipped as {@code terms.tsv}, where a
 * linguist can read what each term speaks for.
 *
 * <p>It is the second witness beside the rules, which know where a word stands but only the words
 * that somebody thought of. Sentences are read by it with a {@link TopicReader}.
 */
final class TopicModel {

    static final int TOPICS = EventTopic.values().length;

    /** In a row behind the topics: the frequency, and its square. */
    private static final int FREQUENCY = TOPICS;

    static final int SQUARE = TOPICS + 1;

    /** The width of a row, a power of two so that none is cut by the lines of a cache. */
    static final int WIDTH = 32;

    private static final Map<String, Integer> ORDINALS =
            Stream.of(EventTopic.values())
                    .collect(Collectors.toUnmodifiableMap(EventTopic::id, EventTopic::ordinal));

    /** Numbers the terms of the model, and behind them its pairs. */
    private final Vocabulary terms;

    /** What halves there may be of a pair: most neighbours are none. */
    private final PairFilter pairs;

    final TermNumbers numbers;

    /**
     * A row for each number: what the term or pair speaks for, by topic, and zeros for the other
     * topics. Most speak for a few, but to add up whole rows takes no branch and no second look
     * into memory, and the compiler adds eight topics in one go. The weights are those of the file
     * times the frequency.
     */
    private float[] rows;

    private final float[] biases = new float[TOPICS];

    private TopicModel(Stemmer stemmer, List<String> lines, Vocabulary words) {
        terms = new Vocabulary(Integer.highestOneBit(lines.size()) * 2);
        pairs = new PairFilter(Integer.highestOneBit(lines.size() + 32) * 2);
        rows = new float[WIDTH * (lines.size() + 1)];
        List<String[]> cells = lines.stream().map(line -> line.split("\t")).toList();
        cells.forEach(this::addTerm);
        cells.forEach(this::addPair);
        rows = Arrays.copyOf(rows, WIDTH * terms.limit());
        numbers = new TermNumbers(stemmer, terms, words);
    }

    private void addTerm(String[] row) {
        if (row[0].isEmpty()) {
            for (int i = 2; i < row.length; i++) {
                biases[topic(row[i])] = weight(row[i]);
            }
        } else if (row[0].indexOf(' ') < 0) {
            add(terms.add(row[0]), row);
        }
    }

    /** Half of a pair need not be a term by itself: then it speaks for nothing alone. */
    private void addPair(String[] row) {
        int blank = row[0].indexOf(' ');
        if (blank >= 0) {
            int first = terms.add(row[0].substring(0, blank));
            int second = terms.add(row[0].substring(blank + 1));
            pairs.add(first, second);
            add(terms.add(hash(first, second)), row);
        }
    }

    private void add(int number, String[] row) {
        int at = number * WIDTH;
        if (at >= rows.length) {
            rows = Arrays.copyOf(rows, 2 * at);
        }
        if (rows[at + SQUARE] != 0) {
            throw new IllegalStateException("two lines of '" + row[0] + "'");
        }
        float frequency = Float.parseFloat(row[1]);
        rows[at + FREQUENCY] = frequency;
        rows[at + SQUARE] = frequency * frequency;
        for (int i = 2; i < row.length; i++) {
            rows[at + topic(row[i])] = frequency * weight(row[i]);
        }
    }

    private static long hash(int first, int second) {
        return ((long) first << 32 | second) * 0x9E3779B97F4A7C15L;
    }

    private static int topic(String cell) {
        return ORDINALS.get(cell.substring(0, cell.indexOf(':')));
    }

    private static float weight(String cell) {
        return Float.parseFloat(cell.substring(cell.indexOf(':') + 1));
    }

    /**
     * @param verbs lines of {@code verbs.txt}
     * @param terms lines of {@code terms.tsv}: a term, or two and a blank, or nothing for the
     *     constant; its inverse document frequency; {@code topic:weight} ...
     * @param words of the rules, by whose numbers a {@link Reading} has its words
     */
    static TopicModel of(List<String> verbs, List<String> terms, Vocabulary words) {
        return new TopicModel(Stemmer.of(verbs), terms, words);
    }

    /** The logarithm of the odds that a likelihood stands for. */
    static double oddsOf(double likelihood) {
        return Math.log(likelihood / (1 - likelihood));
    }

    /** For those who train a model. */
    Terms terms() {
        return new Terms(numbers);
    }

    /** Above the number of every term and pair. */
    int limit() {
        return terms.limit();
    }

    /** The number of the pair of these terms; {@link Vocabulary#UNKNOWN} where there is none. */
    int pair(int first, int second) {
        return pairs.mayHold(first, second) ? terms.of(hash(first, second)) : Vocabulary.UNKNOWN;
    }

    /** The model was trained on that term: it is more than half of a pair. */
    boolean knows(int term) {
        return rows[term * WIDTH + FREQUENCY] != 0;
    }

    /** Adds its row to sums by topic and of squares. */
    void addTo(float[] sums, int number) {
        float[] all = rows;
        int row = number * WIDTH;
        for (int i = 0; i < WIDTH; i++) {
            sums[i] += all[row + i];
        }
    }

    float weight(int number, EventTopic topic) {
        return rows[number * WIDTH + topic.ordinal()];
    }

    float bias(EventTopic topic) {
        return biases[topic.ordinal()];
    }
}
