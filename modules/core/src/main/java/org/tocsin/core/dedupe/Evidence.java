package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * What speaks for it that two articles tell of one happening, in whatever words: the places,
 * people, figures and deeds that both tell of, each weighed by how rare it is (see {@link
 * Specific}).
 *
 * <p>What both tell at the top, in title and opening, counts whole; what one of them tells at the
 * top and the other further down counts less, and what stands at the foot of both is background.
 */
final class Evidence {

    /** What counts of a word that only one of the two has at its top. */
    private static final double BELOW = 0.6;

    /** With less at the top nothing below is looked for. */
    private static final double WORTH_IT = 2.5;

    private final Vocabulary theirs = new Vocabulary();
    private final Vocabulary counted = new Vocabulary();

    /** By word, which of the terms it is, counted from 1. */
    private final byte[] places = new byte[1 << 14];

    /** A bit for each term: whether a kept article has it, at its top, and as a name. */
    private final long[] found = new long[2];

    private final long[] top = new long[2];
    private final long[] named = new long[2];
    private final long[] taken = new long[2];

    // What is shared with the one that is compared.
    private double names;
    private double rest;

    private short[] terms = {};
    private double[] weights;

    /** What each of the terms counts where it is written as a name, if that is more. */
    private double[] asNames = {};

    private double all;
    private double plain;

    /**
     * What is shared: {@code names} that are seldom in the news, and the {@code rest}; the {@code
     * part} that both are of the shorter of the two tops; and by {@link Deeds#known} what each
     * knows of what the other says was done.
     */
    record Shared(double names, double rest, double part, int deeds) {

        private static final Shared NOTHING = new Shared(0, 0, 0, 0);

        double sum() {
            return names + rest;
        }
    }

    /** To be called before {@link #of}: {@code newWeights} is what each of the terms counts. */
    void begin(short[] newTerms, double[] newWeights) {
        for (short term : terms) {
            places[Codes.word(term)] = 0;
        }
        terms = newTerms;
        weights = newWeights;
        asNames = asNames.length < terms.length ? new double[2 * terms.length] : asNames;
        all = 0;
        plain = 0;
        for (int i = 0; i < terms.length; i++) {
            places[Codes.word(terms[i])] = (byte) (i + 1);
            asNames[i] =
                    weights[i] * Math.max(1, asName(terms[i]) / Codes.shipped().specific(terms[i]));
            all += weights[i];
            plain += Codes.shipped().specific(terms[i]);
        }
    }

    /** Of the article that was begun with and a kept one. */
    Shared of(Sketch sketch, Kept kept) {
        names = 0;
        rest = 0;
        if (mark(kept) < WORTH_IT) {
            return Shared.NOTHING;
        }
        count(sketch.title, 0, sketch.title.length);
        int lead = sketch.lead.from();
        count(sketch.body, lead, Math.min(sketch.body.length, lead + Terms.OPENING));
        if (names + rest < WORTH_IT) {
            return new Shared(names, rest, 0, 0);
        }
        below(sketch, kept);
        double sum = names + rest;
        return new Shared(
                names,
                rest,
                sum / least(kept, sum),
                Deeds.known(sketch, kept, theirs::contains, code -> places[Codes.word(code)] != 0));
    }

    /** Names side by side, as of one person, are one agreement and count once, as the rarest. */
    private void count(short[] codes, int from, int to) {
        double run = 0;
        for (int i = from; i < to; i++) {
            int term = places[Codes.word(codes[i])] - 1;
            boolean shared = term >= 0 && (found[term >> 6] >>> term & 1) != 0;
            boolean isName = shared && isName(codes[i], term);
            if (run > 0 && !isName) {
                names += run;
                run = 0;
            }
            if (shared && Codes.kind(codes[i]) != Codes.PLAIN) {
                double weight = take(term, isName);
                if (isName) {
                    run = Math.max(run, weight);
                } else {
                    rest += weight;
                }
            }
        }
        names += run;
    }

    /** Written as a name by one of the two, and seldom in the news. */
    private boolean isName(short code, int term) {
        return (Codes.kind(code) == Codes.NAME || (named[term >> 6] >>> term & 1) != 0)
                && asName(code) >= 1;
    }

    /** What the shared term counts; nothing when it has been counted. */
    private double take(int term, boolean isName) {
        if ((taken[term >> 6] >>> term & 1) != 0) {
            return 0;
        }
        taken[term >> 6] |= 1L << term;
        double weight = weights[term] * ((top[term >> 6] >>> term & 1) != 0 ? 1 : BELOW);
        return isName && Codes.kind(terms[term]) == Codes.CONTENT
                ? weight * asName(terms[term]) / Codes.shipped().specific(terms[term])
                : weight;
    }

    private static double asName(short code) {
        return Codes.shipped().specific((short) (Codes.NAME << 14 | Codes.word(code)));
    }

    /** Answers what those that are found count at most, however they are written. */
    private double mark(Kept kept) {
        Arrays.fill(found, 0);
        Arrays.fill(top, 0);
        Arrays.fill(named, 0);
        Arrays.fill(taken, 0);
        int title = kept.titleCodes();
        int lead = title + Math.max(0, kept.leadFrom());
        int count = kept.codes();
        double most = 0;
        for (int i = 0; i < count; i++) {
            short code = kept.code(i);
            int term = places[Codes.word(code)] - 1;
            if (term >= 0 && Codes.kind(code) != Codes.PLAIN) {
                long bit = 1L << term;
                most += (found[term >> 6] & bit) == 0 ? asNames[term] : 0;
                boolean above = i < title || i >= lead && i < lead + Terms.OPENING;
                found[term >> 6] |= bit;
                top[term >> 6] |= above ? bit : 0;
                named[term >> 6] |= Codes.kind(code) == Codes.NAME ? bit : 0;
            }
        }
        return most;
    }

    /** Names and figures that stand at the top there, and only further down here. */
    private void below(Sketch sketch, Kept kept) {
        theirs.clear();
        theirs.addAll(kept.title(), 0, kept.title().length);
        int lead = Math.max(0, kept.leadFrom());
        theirs.addAll(kept.body(), lead, Math.min(kept.body().length, lead + Terms.OPENING));
        counted.clear();
        // How common each of them is would have to be looked up: as much as those at the top.
        double weight = BELOW * common();
        double run = 0;
        for (short code : sketch.body) {
            double shared =
                    places[Codes.word(code)] == 0
                                    && theirs.contains(code)
                                    && isParticular(code)
                                    && counted.add(code) == 1
                            ? weight * Codes.shipped().specific(code)
                            : 0;
            if (shared > 0 && Codes.kind(code) == Codes.NUMBER) {
                rest += shared;
            } else if (shared > 0) {
                run = Math.max(run, shared);
            } else {
                names += run;
                run = 0;
            }
        }
        names += run;
    }

    private static boolean isParticular(short code) {
        return Codes.kind(code) >= Codes.NAME && Codes.shipped().specific(code) >= 0.7;
    }

    /** What the terms count of what they would if they were not common. */
    private double common() {
        return plain == 0 ? 1 : all / plain;
    }

    /** What the shorter of the two tops counts; of theirs it is not known how common it is. */
    private double least(Kept kept, double shared) {
        counted.clear();
        double there = counted.addAll(kept.title(), 0, kept.title().length);
        int lead = Math.max(0, kept.leadFrom());
        there +=
                counted.addAll(
                        kept.body(), lead, Math.min(kept.body().length, lead + Terms.OPENING));
        return Math.max(shared, Math.min(all, common() * there));
    }
}
