package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What speaks for the modality of an event: what the rules claim of it and how they read that, its
 * topic and its trigger, and the terms to both sides, far and near. Holds those of the event last
 * looked at; not for two threads.
 */
final class Surroundings {

    /** So many terms to each side are near. */
    private static final int NEAR = 3;

    /** Below so many terms a sentence is short. */
    private static final int SHORT = 8;

    /** How far behind the event its sentence's mark is looked for, in letters. */
    private static final int REACH_OF_MARK = 300;

    private static final int NONE = -1;

    private final Terms terms;
    private Surrounding[] kinds = new Surrounding[64];

    /** Of each up to two terms, by their places in {@link #terms}. */
    private int[] first = new int[64];

    private int[] second = new int[64];

    /** Of each up to two names, of what the rules say. */
    private String[] name = new String[64];

    private String[] other = new String[64];
    private int size;

    Surroundings(Terms terms) {
        this.terms = terms;
    }

    /** The terms hold the sentence of the event. */
    void look(Reading reading, Trigger trigger, boolean learned, Claims.Claim claim) {
        size = 0;
        int from = firstAt(trigger.from());
        int to = firstBehind(trigger.to(), from);
        addClaim(trigger, learned, claim);
        add(Surrounding.TOPIC, trigger.topic().id(), null);
        add(Surrounding.FORM, trigger.form().name(), null);
        for (int i = from; i < to; i++) {
            add(Surrounding.TRIGGER, i, NONE);
        }
        for (int i = from - 1; i >= 0; i--) {
            add(Surrounding.LEFT, i, NONE);
            if (i >= from - NEAR) {
                add(Surrounding.NEAR_LEFT, i, NONE);
            }
        }
        for (int i = to; i < terms.size(); i++) {
            add(Surrounding.RIGHT, i, NONE);
            if (i < to + NEAR) {
                add(Surrounding.NEAR_RIGHT, i, NONE);
            }
        }
        if (from >= 2) {
            add(Surrounding.BEFORE, from - 2, from - 1);
        }
        if (to + 1 < terms.size()) {
            add(Surrounding.AFTER, to, to + 1);
        }
        addMarks(reading, trigger, from);
    }

    private void addClaim(Trigger trigger, boolean learned, Claims.Claim claim) {
        String modality = claim.modality().name();
        add(Surrounding.CLAIM, modality, null);
        add(
                Surrounding.CLAIM_HOW,
                modality,
                claim.cue() == null ? claim.words() : claim.cue().side().how());
        add(Surrounding.CLAIM_TOPIC, modality, trigger.topic().id());
        add(Surrounding.CLAIM_TELLER, modality, learned ? "model" : "rule");
        int word = firstAt(claim.from());
        boolean own = claim.from() >= trigger.from() && claim.from() < trigger.to();
        if (!own && word < terms.size() && isKnown(word)) {
            int at = add(Surrounding.CLAIM_WORD, modality, null);
            first[at] = word;
        }
    }

    private void addMarks(Reading reading, Trigger trigger, int from) {
        if (from == 0) {
            add(Surrounding.MARK, "opens", null);
        }
        add(Surrounding.MARK, terms.size() < SHORT ? "short" : "long", null);
        int stop = reading.words.end(trigger.to() - 1);
        for (int i = stop; i < reading.text.length() && i < stop + REACH_OF_MARK; i++) {
            char mark = reading.text.charAt(i);
            if (mark == '?') {
                add(Surrounding.MARK, "question", null);
            }
            if (mark == '?' || mark == '.' || mark == '!' || mark == '\n') {
                break;
            }
        }
    }

    /** The place among the terms of that word of the reading or of the next there is. */
    private int firstAt(int word) {
        int i = 0;
        while (i < terms.size() && (terms.word(i) < 0 || terms.word(i) < word)) {
            i++;
        }
        return i;
    }

    /** A name right behind the trigger is no part of it. */
    private int firstBehind(int word, int from) {
        int behind = from;
        for (int i = from; i < terms.size() && terms.word(i) < word; i++) {
            behind = terms.word(i) < 0 ? behind : i + 1;
        }
        return behind;
    }

    private boolean isKnown(int term) {
        return terms.number(term) != Vocabulary.UNKNOWN;
    }

    private void add(Surrounding kind, int term, int next) {
        if (isKnown(term) && (next == NONE || isKnown(next))) {
            int at = add(kind, null, null);
            first[at] = term;
            second[at] = next;
        }
    }

    private int add(Surrounding kind, String named, String others) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            first = Arrays.copyOf(first, 2 * size);
            second = Arrays.copyOf(second, 2 * size);
            name = Arrays.copyOf(name, 2 * size);
            other = Arrays.copyOf(other, 2 * size);
        }
        kinds[size] = kind;
        first[size] = NONE;
        second[size] = NONE;
        name[size] = named;
        other[size] = others;
        return size++;
    }

    int size() {
        return size;
    }

    /** Of a feature with a term to a side its word in the reading; -1 of all others. */
    int wordOf(int feature) {
        return first[feature] == NONE ? NONE : Math.max(NONE, terms.word(first[feature]));
    }

    /** By which the model knows it; the same for two that are written alike. */
    long hash(int feature) {
        return kinds[feature].hash(
                name[feature], other[feature], number(first[feature]), number(second[feature]));
    }

    private int number(int term) {
        return term == NONE ? Vocabulary.UNKNOWN : terms.number(term);
    }

    /** All, in letters, for those who train the model. */
    List<String> written(Reading reading) {
        List<String> letters = terms.written(reading);
        var all = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            all.add(
                    kinds[i].written(
                            name[i],
                            other[i],
                            first[i] == NONE ? null : letters.get(first[i]),
                            second[i] == NONE ? null : letters.get(second[i])));
        }
        return all;
    }
}
