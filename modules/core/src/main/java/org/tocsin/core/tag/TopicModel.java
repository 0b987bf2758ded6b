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

    /** The file has two decimals; sums of whole numbers are exact, and as fast. */
    static final int HUNDRED = 100;

    /** The bits of a voice that are its weight, and those of a head that are its frequency. */
    private static final int WEIGHT_BITS = 16;

    private static final Map<String, Integer> ORDINALS =
            Stream.of(EventTopic.values())
                    .collect(Collectors.toUnmodifiableMap(EventTopic::id, EventTopic::ordinal));

    /** Numbers the terms of the model, and behind them its pairs. */
    private final Vocabulary terms;

    /** What halves there may be of a pair: most neighbours are none. */
    private final PairFilter pairs;

    final TermNumbers numbers;

    /**
     * What each term or pair speaks for, one behind the other: a head of the number of its voices
     * and its frequency, then of each voice the topic and the weight. Most speak for a few topics,
     * and what stands in one place is one look into memory.
     */
    private int[] voices = new int[1 << 10];

    /** By number, where its head is; 0 for halves of pairs, which speak for nothing alone. */
    private int[] heads;

    /** Of {@link #voices}, of which the first is nobody's. */
    private int size = 1;

    private final double[] biases = new double[TOPICS];

    private TopicModel(Stemmer stemmer, List<String> lines, Vocabulary words) {
        terms = new Vocabulary(Integer.highestOneBit(lines.size()) * 2);
        pairs = new PairFilter(Integer.highestOneBit(lines.size() + 32) * 2);
        // A line numbers at most a pair and its halves.
        heads = new int[3 * lines.size() + 1];
        List<String[]> cells = lines.stream().map(line -> line.split("\t")).toList();
        cells.forEach(this::addTerm);
        cells.forEach(this::addPair);
        voices = Arrays.copyOf(voices, size);
        heads = Arrays.copyOf(heads, terms.limit());
        numbers = new TermNumbers(stemmer, terms, words);
    }

    private void addTerm(String[] row) {
        if (row[0].isEmpty()) {
            for (int i = 2; i < row.length; i++) {
                biases[topic(row[i])] = (double) hundredths(weight(row[i])) / HUNDRED;
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
        if (heads[number] != 0) {
            throw new IllegalStateException("two lines of '" + row[0] + "'");
        }
        if (size + row.length > voices.length) {
            voices = Arrays.copyOf(voices, 2 * size + row.length);
        }
        heads[number] = size;
        voices[size++] = row.length - 2 << WEIGHT_BITS | hundredths(row[1]);
        for (int i = 2; i < row.length; i++) {
            int weight = hundredths(weight(row[i]));
            voices[size++] = topic(row[i]) << WEIGHT_BITS | weight & (1 << WEIGHT_BITS) - 1;
        }
    }

    private static int hundredths(String number) {
        int whole = Math.round(Float.parseFloat(number) * HUNDRED);
        if (whole != (short) whole) {
            throw new IllegalStateException("too much for a term: " + number);
        }
        return whole;
    }

    private static long hash(int first, int second) {
        return ((long) first << 32 | second) * 0x9E3779B97F4A7C15L;
    }

    private static int topic(String cell) {
        return ORDINALS.get(cell.substring(0, cell.indexOf(':')));
    }

    private static String weight(String cell) {
        return cell.substring(cell.indexOf(':') + 1);
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
        return heads[term] != 0;
    }

    /** The inverse document frequency, in hundredths. */
    int frequency(int number) {
        return (short) voices[heads[number]];
    }

    /** Adds what it speaks for, in hundredths of hundredths, to sums by topic. */
    void addTo(long[] sums, int number) {
        int[] all = voices;
        int head = heads[number];
        int frequency = (short) all[head];
        int end = head + (all[head] >>> WEIGHT_BITS);
        for (int i = head + 1; i <= end; i++) {
            sums[all[i] >>> WEIGHT_BITS] += frequency * (short) all[i];
        }
    }

    /** What it speaks for a topic, in the same unit. */
    int weight(int number, EventTopic topic) {
        int head = heads[number];
        int end = head + (voices[head] >>> WEIGHT_BITS);
        for (int i = head + 1; i <= end; i++) {
            if (voices[i] >>> WEIGHT_BITS == topic.ordinal()) {
                return frequency(number) * (short) voices[i];
            }
        }
        return 0;
    }

    double bias(int topic) {
        return biases[topic];
    }
}
