package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.List;

/**
 * One sentence on the scales of {@link Spheres}: what weighs in it is gathered once, and each of
 * its triggers then leaves out what is its own.
 */
final class Balance {

    private final Spheres spheres;
    private final Reading reading;
    private final List<Found> names;
    private final int first;
    private final int end;

    /** The words that weigh, and how much. Words inside a name only speak for war. */
    private int[] words = new int[8];

    private int[] weights = new int[8];
    private int size;

    private final List<PhraseIndex.Hit<Integer>> phrases;
    private int ofGroups;

    /** {@code names} are those of the sentence, in their order. */
    Balance(Spheres spheres, Reading reading, List<Found> names, int first, int end) {
        this.spheres = spheres;
        this.reading = reading;
        this.names = names;
        this.first = first;
        this.end = end;
        weigh();
        phrases = spheres.phrasesIn(reading, first, end);
        for (Found name : names) {
            boolean inside = name.from() >= first && name.to() <= end;
            ofGroups -= inside && name.actor().type() == ActorType.ARMED_GROUP ? Spheres.WAR : 0;
        }
    }

    /** The Arab League plays in none. */
    private void weigh() {
        int next = 0;
        for (int i = first; i < end; i++) {
            int weight = spheres.weight(reading.code(i));
            if (weight == 0) {
                continue;
            }
            while (next < names.size() && names.get(next).to() <= i) {
                next++;
            }
            boolean inName = next < names.size() && names.get(next).from() <= i;
            if (!inName || weight < 0) {
                add(i, weight);
            }
        }
    }

    private void add(int word, int weight) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        words[size] = word;
        weights[size++] = weight;
    }

    /** All of it. */
    int whole() {
        int sum = ofGroups;
        for (int i = 0; i < size; i++) {
            sum += weights[i];
        }
        for (var phrase : phrases) {
            sum += phrase.meaning();
        }
        return sum;
    }

    /** What the sentence says apart from the trigger and whom it befalls. */
    int beside(PhraseIndex.Hit<EventRule> hit) {
        int sum = ofGroups;
        for (int i = 0; i < size; i++) {
            int word = words[i];
            boolean own = hit.owns(word) || weights[i] > 0 && spheres.isHit(reading, word, hit);
            sum += own ? 0 : weights[i];
        }
        for (var phrase : phrases) {
            sum += hit.shares(phrase) ? 0 : phrase.meaning();
        }
        return sum;
    }

    /** Some word of war or affairs stands in it, apart from the trigger's own. */
    boolean hasAffairs(PhraseIndex.Hit<EventRule> hit) {
        for (int i = 0; i < size; i++) {
            if (weights[i] < 0 && !hit.owns(words[i])) {
                return true;
            }
        }
        return false;
    }

    /** {@link Spheres#isPeopled}. */
    boolean isPeopled() {
        return spheres.isPeopled(reading, names, first, end);
    }
}
