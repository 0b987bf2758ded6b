package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Whether two articles tell one happening in different words: how much of what tells one story from
 * another they share, and whether they contradict each other.
 */
final class Retelling {

    /** A changed toll is an update while the news is fresh; the next day's count is another. */
    private static final Duration UPDATED = Duration.ofHours(12);

    private static final double OF_ONE_MOULD = 0.5;
    private static final int NAMED = 2;
    private static final double SAME_OPENING = 0.7;

    private final Vocabulary ours = new Vocabulary();
    private final Vocabulary theirs = new Vocabulary();

    /** By word, which of the terms it is, counted from 1. */
    private final byte[] places = new byte[1 << 14];

    /** A bit for each term: whether a kept article has it, and whether as a name. */
    private final long[] found = new long[2];

    private final long[] named = new long[2];

    // Of the article that is compared: its terms, what they count, and what all of them do.
    private short[] terms = {};
    private double[] rarity;
    private double[] telling;
    private double all;
    private double plain;
    private int names;

    /**
     * The shared part of the shorter of the two openings, how much that is, and how many words in
     * it are neither names nor on everybody's lips; {@code named} unless the sketch has names and
     * they none of them. Where that says no already, the share is not worked out.
     */
    record Likeness(double share, double mass, int words, boolean named) {}

    /**
     * To be called before {@link #of}: {@code rarity} is what each of the sketch's terms counts.
     */
    void begin(short[] newTerms, double[] newRarity) {
        for (short term : terms) {
            places[Codes.word(term)] = 0;
        }
        terms = newTerms;
        rarity = newRarity;
        telling = new double[terms.length];
        all = 0;
        plain = 0;
        names = 0;
        for (int i = 0; i < terms.length; i++) {
            places[Codes.word(terms[i])] = (byte) (i + 1);
            telling[i] = Codes.shipped().telling(terms[i]);
            all += rarity[i];
            plain += telling[i];
            names += Codes.kind(terms[i]) == Codes.NAME ? 1 : 0;
        }
    }

    /** Of the article that was begun with and a kept one; most share too little to be looked at. */
    Likeness of(Kept kept) {
        mark(kept);
        double shared = 0;
        double sharedPlain = 0;
        int words = 0;
        int sharedNames = 0;
        for (int half = 0; half < found.length; half++) {
            for (long left = found[half]; left != 0; left &= left - 1) {
                int i = half << 6 | Long.numberOfTrailingZeros(left);
                int kind = Codes.kind(terms[i]);
                shared += rarity[i];
                sharedPlain += telling[i];
                sharedNames += kind == Codes.NAME ? 1 : (int) (named[half] >>> i & 1);
                words += kind == Codes.CONTENT && telling[i] >= 1 ? 1 : 0;
            }
        }
        boolean named = sharedNames > 0 || names < NAMED;
        boolean share = named && words >= StoryFinder.WORDS;
        return new Likeness(
                share ? share(kept, shared, sharedPlain) : 0, sharedPlain, words, named);
    }

    /** Finds which of the terms the kept title, lead and opening hold, and which as names. */
    private void mark(Kept kept) {
        Arrays.fill(found, 0);
        Arrays.fill(named, 0);
        int count = kept.codes();
        for (int i = 0; i < count; i++) {
            short code = kept.code(i);
            int term = places[Codes.word(code)];
            if (term != 0 && Codes.kind(code) != Codes.PLAIN) {
                found[term - 1 >> 6] |= 1L << term - 1;
                named[term - 1 >> 6] |= (Codes.kind(code) == Codes.NAME ? 1L : 0) << term - 1;
            }
        }
    }

    private double share(Kept kept, double shared, double sharedPlain) {
        // Of their words it is not known how common they are: as much as ours.
        double common = plain == 0 ? 1 : all / plain;
        double least = Math.min(all, shared + common * Math.max(0, openingOf(kept) - sharedPlain));
        return least == 0 ? 0 : shared / least;
    }

    /**
     * What the names and figures count that one of the two tells at its top and the other anywhere:
     * independent reports place the vessel, the village and the witness differently, but what
     * stands at the foot of both is background.
     */
    double namedAlike(Sketch sketch, Kept kept, KeyIndex keys) {
        short[] body = kept.body();
        int lead = Math.max(0, kept.leadFrom());
        theirs.clear();
        theirs.addAll(kept.title(), 0, kept.title().length);
        theirs.addAll(body, lead, Math.min(body.length, lead + Terms.OPENING));
        ours.clear();
        double sum = namedAlike(sketch.body, 0, sketch.body.length, keys);
        theirs.addAll(body, 0, body.length);
        theirs.addAll(kept.facts(), 0, kept.facts().length);
        int from = sketch.lead.from();
        int to = Math.min(sketch.body.length, from + Terms.OPENING);
        return sum
                + namedAlike(sketch.title, 0, sketch.title.length, keys)
                + namedAlike(sketch.body, from, to, keys);
    }

    /** Names side by side, as of one person, are one agreement and count once, as the rarest. */
    private double namedAlike(short[] codes, int from, int to, KeyIndex keys) {
        double sum = 0;
        double run = 0;
        boolean counted = false;
        for (int i = from; i <= to; i++) {
            if (i < to && isParticular(codes[i]) && theirs.contains(codes[i])) {
                counted |= ours.add(codes[i]) == 0;
                int holders = keys.count(keys.find(Sketch.termKey(codes[i])));
                run = Math.max(run, Codes.shipped().particular(codes[i], holders));
            } else if (run > 0) {
                sum += counted ? 0 : run;
                run = 0;
                counted = false;
            }
        }
        return sum;
    }

    /** A figure, or a name that is neither a state's nor of all news. */
    private boolean isParticular(short code) {
        return Codes.shipped().isFigure(code)
                || (Codes.kind(code) == Codes.NAME || theirs.isName(code))
                        && Codes.shipped().telling(code) >= 1;
    }

    /** What the title and the words from the lead on count. */
    private double openingOf(Kept kept) {
        ours.clear();
        int lead = kept.leadFrom();
        double counted = ours.addAll(kept.title(), 0, kept.title().length);
        counted += ours.addAll(kept.lead(), 0, kept.lead().length);
        if (lead >= 0) {
            int to = Math.min(kept.body().length, lead + Terms.OPENING);
            counted += ours.addAll(kept.body(), lead, to);
        }
        return counted;
    }

    /** Whether the two name other days as those of their news. */
    static boolean isOfAnotherDay(Sketch sketch, Kept kept, Instant at) {
        return Days.differ(sketch, kept, Math.max(0, kept.leadFrom()), isFresh(kept, at));
    }

    /** Other days, two names exchanged, or a number and a name; a number alone while it is old. */
    static boolean contradicts(Sketch sketch, Kept kept, Instant at) {
        return isOfAnotherDay(sketch, kept, at) || exchanges(sketch, kept, at);
    }

    /** Two names exchanged, or a number and a name; a number alone while it is old. */
    static boolean exchanges(Sketch sketch, Kept kept, Instant at) {
        return new Exchanges()
                .in(Alignment.of(kept.title(), sketch.title))
                .in(Alignment.of(kept.lead(), sketch.lead()))
                .in(Alignment.of(kept.body(), sketch.keptBody()))
                .contradict(isFresh(kept, at));
    }

    /** What was exchanged between texts that were laid side by side. */
    private static final class Exchanges {
        private int names;
        private int numbers;
        private int agreed;

        /** Texts in other words are laid side by side at random: there nothing is exchanged. */
        Exchanges in(Alignment texts) {
            if (texts.share() >= OF_ONE_MOULD) {
                names += texts.exchangedNames();
                numbers += texts.exchangedNumbers();
                agreed += texts.sameNames() + texts.sameNumbers();
            }
            return this;
        }

        boolean contradict(boolean fresh) {
            // One spelling and one time of day may differ between two prints of a long dispatch.
            boolean many = (names + numbers) * 5 >= agreed;
            return numbers > 0 && !fresh || many && (names > 1 || names > 0 && numbers > 0);
        }
    }

    /**
     * An outlet that opens alike half a day later tells the next day's count, not this one again.
     */
    static boolean isNextBulletin(Sketch sketch, Kept kept, Instant at) {
        return !isFresh(kept, at)
                && Alignment.of(kept.lead(), sketch.lead()).share() >= SAME_OPENING;
    }

    private static boolean isFresh(Kept kept, Instant at) {
        return Duration.between(kept.at(), at).abs().compareTo(UPDATED) <= 0;
    }
}
