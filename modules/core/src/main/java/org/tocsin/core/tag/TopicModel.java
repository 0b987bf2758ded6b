package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
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
 * that somebody thought of. Long because its reader shares its tables.
 */
final class TopicModel {

    static final int TOPICS = EventTopic.values().length;

    private static final Map<String, Integer> ORDINALS =
            Stream.of(EventTopic.values())
                    .collect(Collectors.toUnmodifiableMap(EventTopic::id, EventTopic::ordinal));

    /** Numbers the terms of the model, and behind them its pairs. */
    private final Vocabulary terms;

    /** What halves there may be of a pair: most neighbours are none. */
    private final PairFilter pairs;

    private final TermNumbers numbers;

    /** By number. */
    private final float[] frequencies;

    /**
     * What each term or pair speaks for, one behind the other: those of a number from {@code
     * starts} of it up to that of the next. Most speak for a few topics, and a table of all would
     * not stay near. The weights are those of the file times the frequency.
     */
    private final int[] starts;

    private final byte[] topics;
    private final float[] weights;
    private final float[] biases = new float[TOPICS];

    private TopicModel(Stemmer stemmer, List<String> lines, Vocabulary words) {
        terms = new Vocabulary(Integer.highestOneBit(lines.size()) * 2);
        pairs = new PairFilter(Integer.highestOneBit(lines.size() + 32) * 2);
        // A line numbers at most a pair and its halves.
        frequencies = new float[3 * lines.size() + 1];
        starts = new int[frequencies.length + 1];
        List<String[]> rows = lines.stream().map(line -> line.split("\t")).toList();
        int voices = rows.stream().mapToInt(row -> row.length - 2).sum();
        topics = new byte[voices];
        weights = new float[voices];
        rows.forEach(row -> addTerm(row));
        rows.forEach(row -> addPair(row));
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

    private void addPair(String[] row) {
        int blank = row[0].indexOf(' ');
        if (blank >= 0) {
            int first = half(row[0].substring(0, blank));
            int second = half(row[0].substring(blank + 1));
            pairs.add(first, second);
            add(terms.add(pair(first, second)), row);
        }
    }

    /** Half of a pair need not be a term by itself: then it speaks for nothing alone. */
    private int half(String term) {
        int number = terms.add(term);
        starts[number + 1] = Math.max(starts[number], starts[number + 1]);
        return number;
    }

    private void add(int number, String[] row) {
        if (starts[number + 1] != 0) {
            throw new IllegalStateException("two lines of '" + row[0] + "'");
        }
        frequencies[number] = Float.parseFloat(row[1]);
        int at = starts[number];
        for (int i = 2; i < row.length; i++) {
            topics[at] = (byte) topic(row[i]);
            weights[at++] = frequencies[number] * weight(row[i]);
        }
        starts[number + 1] = at;
    }

    private static long pair(int first, int second) {
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

    /** One who reads sentences, one after the other and in one thread. */
    Reader reader() {
        return new Reader();
    }

    /** The sentence last read. */
    final class Reader {

        private final Terms read = new Terms(numbers);
        private final float[] sums = new float[TOPICS];

        /** The terms and pairs found, each once, and where each was first found. */
        private int[] found = new int[128];

        private int[] places = new int[128];
        private int size;

        /** The same found, as bits by number. */
        private final long[] marks = new long[(terms.limit() >>> 6) + 1];

        private float squares;
        private float length;
        private int known;

        void read(Reading reading, List<Found> named, int first, int end) {
            read.read(reading, named, first, end);
            forget();
            Arrays.fill(sums, 0);
            squares = 0;
            known = 0;
            int before = Vocabulary.UNKNOWN;
            for (int i = 0; i < read.size(); i++) {
                int term = read.number(i);
                if (term != Vocabulary.UNKNOWN) {
                    if (before != Vocabulary.UNKNOWN && pairs.mayHold(before, term)) {
                        add(terms.of(pair(before, term)), i - 1);
                    }
                    known += frequencies[term] == 0 ? 0 : 1;
                    add(term, i);
                }
                before = term;
            }
            length = (float) Math.sqrt(squares);
        }

        private void forget() {
            for (int i = 0; i < size; i++) {
                marks[found[i] >>> 6] = 0;
            }
            size = 0;
        }

        private void add(int number, int place) {
            if (number == Vocabulary.UNKNOWN || (marks[number >>> 6] >>> number & 1) != 0) {
                return;
            }
            marks[number >>> 6] |= 1L << number;
            if (size == found.length) {
                found = Arrays.copyOf(found, size * 2);
                places = Arrays.copyOf(places, size * 2);
            }
            found[size] = number;
            places[size++] = place;
            for (int i = starts[number]; i < starts[number + 1]; i++) {
                sums[topics[i]] += weights[i];
            }
            squares += frequencies[number] * frequencies[number];
        }

        /** The share of its terms that the model was trained on. */
        double known() {
            return read.size() == 0 ? 0 : (double) known / read.size();
        }

        /** From 0 to 1. */
        double likelihood(EventTopic topic) {
            return 1 / (1 + Math.exp(-odds(topic)));
        }

        /** The logarithm of the odds; it is {@link #oddsOf} of the likelihood. */
        double odds(EventTopic topic) {
            int at = topic.ordinal();
            return biases[at] + (length == 0 ? 0 : sums[at] / length);
        }

        /**
         * The word of the reading that speaks most for the topic, by itself and with its
         * neighbours; -1 where none does.
         *
         * @param fitness what a word's voice counts; 0 where it may not tell of an event
         */
        int bestWord(EventTopic topic, IntToDoubleFunction fitness) {
            var said = new float[read.size()];
            for (int i = 0; i < size; i++) {
                float weight = weight(found[i], topic);
                int place = places[i];
                if (read.number(place) == found[i]) {
                    said[place] += weight;
                } else {
                    said[place] += weight / 2;
                    said[place + 1] += weight / 2;
                }
            }
            int best = -1;
            double most = 0;
            for (int i = 0; i < said.length; i++) {
                int word = read.word(i);
                double voice = word < 0 ? 0 : said[i] * fitness.applyAsDouble(word);
                if (voice > most) {
                    best = word;
                    most = voice;
                }
            }
            return best;
        }

        private float weight(int number, EventTopic topic) {
            for (int i = starts[number]; i < starts[number + 1]; i++) {
                if (topics[i] == topic.ordinal()) {
                    return weights[i];
                }
            }
            return 0;
        }
    }
}
