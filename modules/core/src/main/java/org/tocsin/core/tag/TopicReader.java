package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Reads sentences by a {@link TopicModel}, one after the other and in one thread; answers for the
 * sentence last read.
 */
final class TopicReader {

    /** More than what rounding may take from a sum. */
    private static final double NEAR = 1;

    private final TopicModel model;
    private final Terms read;

    /** By topic; in hundredths of hundredths, as {@link #squares} are. */
    private final long[] sums = new long[TopicModel.TOPICS];

    private long squares;

    /** The terms and pairs found, each once, and where each was first found. */
    private int[] found = new int[128];

    private int[] places = new int[128];
    private int size;

    /** The same found, as bits by number. */
    private final long[] marks;

    /** Of the sentence, in the unit of the sums. */
    private double length;

    private int known;

    TopicReader(TopicModel model) {
        this.model = model;
        read = model.terms();
        marks = new long[(model.limit() >>> 6) + 1];
    }

    void read(Reading reading, List<Found> named, int first, int end) {
        read.read(reading, named, first, end);
        forget();
        int before = Vocabulary.UNKNOWN;
        for (int i = 0; i < read.size(); i++) {
            int term = read.number(i);
            if (term != Vocabulary.UNKNOWN) {
                if (before != Vocabulary.UNKNOWN) {
                    add(model.pair(before, term), i - 1);
                }
                known += model.knows(term) ? 1 : 0;
                add(term, i);
            }
            before = term;
        }
        length = Math.sqrt(squares) * TopicModel.HUNDRED;
    }

    private void forget() {
        for (int i = 0; i < size; i++) {
            marks[found[i] >>> 6] = 0;
        }
        size = 0;
        known = 0;
        squares = 0;
        Arrays.fill(sums, 0);
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
        if (model.knows(number)) {
            model.addTo(sums, number);
            squares += (long) model.frequency(number) * model.frequency(number);
        }
    }

    /** The share of its terms that the model was trained on. */
    double known() {
        return read.size() == 0 ? 0 : (double) known / read.size();
    }

    /** From 0 to 1. */
    double likelihood(EventTopic topic) {
        return 1 / (1 + Math.exp(-odds(topic)));
    }

    /** The logarithm of the odds; it is {@link TopicModel#oddsOf} of the likelihood. */
    double odds(EventTopic topic) {
        return odds(topic.ordinal());
    }

    private double odds(int topic) {
        return model.bias(topic) + (length == 0 ? 0 : sums[topic] / length);
    }

    /** The topics of such odds or better, as bits by their ordinals. */
    long withOdds(double least) {
        long topics = 0;
        for (int i = 0; i < TopicModel.TOPICS; i++) {
            // Hardly any comes near, and to see that takes no division.
            boolean near = sums[i] >= (least - model.bias(i)) * length - NEAR;
            if (near && odds(i) >= least) {
                topics |= 1L << i;
            }
        }
        return topics;
    }

    /**
     * The word of the reading that speaks most for the topic, by itself and with its neighbours; -1
     * where none does.
     *
     * @param fitness what a word's voice counts; 0 where it may not tell of an event
     */
    int bestWord(EventTopic topic, IntToDoubleFunction fitness) {
        var said = new double[read.size()];
        for (int i = 0; i < size; i++) {
            int weight = model.weight(found[i], topic);
            int place = places[i];
            if (read.number(place) == found[i]) {
                said[place] += weight;
            } else {
                said[place] += weight / 2.0;
                said[place + 1] += weight / 2.0;
            }
        }
        int best = -1;
        double most = 0;
        for (int i = 0; i < said.length; i++) {
            int word = read.word(i);
            double voice = word < 0 || said[i] <= 0 ? 0 : said[i] * fitness.applyAsDouble(word);
            if (voice > most) {
                best = word;
                most = voice;
            }
        }
        return best;
    }
}
