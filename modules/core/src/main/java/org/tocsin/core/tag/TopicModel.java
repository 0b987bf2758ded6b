package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.core.text.Words;

/**
 * How likely a sentence tells of each topic, by its words alone: one logistic regression a topic
 * over the {@link Terms} of the sentence and their pairs of neighbours, each weighed by its inverse
 * document frequency (Spärck Jones 1972) and the sentence brought to length one. It is trained on
 * the labelled sentences of {@code modules/bench} and shipped as {@code terms.tsv}, where a
 * linguist can read what each term speaks for.
 *
 * <p>It is the second witness beside the rules, which know where a word stands but only the words
 * that somebody thought of.
 */
final class TopicModel {

    static final int TOPICS = EventTopic.values().length;

    /** Parts the terms of a pair; no word holds it. */
    private static final long PAIR = 0x9e3779b97f4a7c15L;

    private final Stemmer stemmer;

    /** Open addressing, at most half full: the hashes of terms and pairs, and their rows. */
    private final long[] keys;

    private final int[] rows;

    /** By row. */
    private final float[] frequencies;

    private final float[] weights;
    private final float[] biases = new float[TOPICS];

    private TopicModel(Stemmer stemmer, List<String> lines) {
        this.stemmer = stemmer;
        keys = new long[Integer.highestOneBit(lines.size()) * 4];
        rows = new int[keys.length];
        frequencies = new float[lines.size()];
        weights = new float[lines.size() * TOPICS];
        Map<String, Integer> topics =
                Stream.of(EventTopic.values())
                        .collect(Collectors.toMap(EventTopic::id, EventTopic::ordinal));
        for (int row = 0; row < lines.size(); row++) {
            String[] cells = lines.get(row).split("\t");
            boolean bias = cells[0].isEmpty();
            frequencies[row] = Float.parseFloat(cells[1]);
            for (int i = 2; i < cells.length; i++) {
                int colon = cells[i].indexOf(':');
                int topic = topics.get(cells[i].substring(0, colon));
                float weight = Float.parseFloat(cells[i].substring(colon + 1));
                if (bias) {
                    biases[topic] = weight;
                } else {
                    weights[row * TOPICS + topic] = weight;
                }
            }
            if (!bias) {
                put(key(cells[0]), row);
            }
        }
    }

    /**
     * @param verbs lines of {@code verbs.txt}
     * @param terms lines of {@code terms.tsv}: a term, or two and a blank, or nothing for the
     *     constant; its inverse document frequency; {@code topic:weight} ...
     */
    static TopicModel of(List<String> verbs, List<String> terms) {
        return new TopicModel(Stemmer.of(verbs), terms);
    }

    private static long key(String written) {
        int blank = written.indexOf(' ');
        return blank < 0
                ? Words.hash(written)
                : pair(
                        Words.hash(written.substring(0, blank)),
                        Words.hash(written.substring(blank + 1)));
    }

    private static long pair(long first, long second) {
        return (first ^ PAIR) * 31 + Long.rotateLeft(second, 17);
    }

    private void put(long key, int row) {
        int at = slot(key);
        while (keys[at] != 0) {
            at = at + 1 & keys.length - 1;
        }
        keys[at] = key;
        rows[at] = row;
    }

    private int row(long key) {
        for (int at = slot(key); keys[at] != 0; at = at + 1 & keys.length - 1) {
            if (keys[at] == key) {
                return rows[at];
            }
        }
        return -1;
    }

    private int slot(long key) {
        return (int) (key ^ key >>> 32) & keys.length - 1;
    }

    Stemmer stemmer() {
        return stemmer.copy();
    }

    /** One who reads sentences, one after the other and in one thread. */
    Reader reader() {
        return new Reader();
    }

    /** The sentence last read. */
    final class Reader {

        private final Terms terms = new Terms(stemmer.copy());
        private final float[] sums = new float[TOPICS];

        /** The rows found, each once, and the terms that found them; of a pair the first. */
        private int[] found = new int[128];

        private int[] places = new int[128];
        private int size;
        private float length;
        private int known;

        void read(Reading reading, List<Found> named, int first, int end) {
            terms.read(reading, named, first, end);
            size = 0;
            Arrays.fill(sums, 0);
            float squares = 0;
            known = 0;
            for (int i = 0; i < terms.size(); i++) {
                int row = row(terms.hash(i));
                known += row < 0 ? 0 : 1;
                squares += add(row, i);
                if (i + 1 < terms.size()) {
                    squares += add(row(pair(terms.hash(i), terms.hash(i + 1))), i);
                }
            }
            length = (float) Math.sqrt(squares);
        }

        private float add(int row, int term) {
            if (row < 0 || isFound(row)) {
                return 0;
            }
            if (size == found.length) {
                found = Arrays.copyOf(found, size * 2);
                places = Arrays.copyOf(places, size * 2);
            }
            found[size] = row;
            places[size++] = term;
            float frequency = frequencies[row];
            int from = row * TOPICS;
            for (int topic = 0; topic < TOPICS; topic++) {
                sums[topic] += frequency * weights[from + topic];
            }
            return frequency * frequency;
        }

        private boolean isFound(int row) {
            for (int i = 0; i < size; i++) {
                if (found[i] == row) {
                    return true;
                }
            }
            return false;
        }

        /** The share of its terms that the model was trained on. */
        double known() {
            return terms.size() == 0 ? 0 : (double) known / terms.size();
        }

        /** From 0 to 1. */
        double likelihood(EventTopic topic) {
            int at = topic.ordinal();
            double odds = biases[at] + (length == 0 ? 0 : sums[at] / length);
            return 1 / (1 + Math.exp(-odds));
        }

        /**
         * The word of the reading that speaks most for the topic, by itself and with its
         * neighbours; -1 where none does.
         *
         * @param fitness what a word's voice counts; 0 where it may not tell of an event
         */
        int bestWord(EventTopic topic, IntToDoubleFunction fitness) {
            var said = new float[terms.size()];
            for (int i = 0; i < size; i++) {
                float weight = frequencies[found[i]] * weights[found[i] * TOPICS + topic.ordinal()];
                boolean alone = row(terms.hash(places[i])) == found[i];
                if (alone) {
                    said[places[i]] += weight;
                } else {
                    said[places[i]] += weight / 2;
                    said[places[i] + 1] += weight / 2;
                }
            }
            int best = -1;
            double most = 0;
            for (int i = 0; i < said.length; i++) {
                int word = terms.word(i);
                double voice = word < 0 ? 0 : said[i] * fitness.applyAsDouble(word);
                if (voice > most) {
                    best = word;
                    most = voice;
                }
            }
            return best;
        }
    }
}
