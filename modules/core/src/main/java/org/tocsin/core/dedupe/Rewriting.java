package org.tocsin.core.dedupe;

/**
 * Whether an outlet has told a dispatch sentence by sentence in words of its own: hardly four words
 * in a row are left, but the same names, figures and words of substance come in the same order.
 *
 * <p>Independent reports of one happening share a third to a half of these, and in another order.
 */
final class Rewriting {

    /** What is in the other of the one that was cut more, and of the one that was cut less. */
    private static final double MOST = 0.62;

    private static final double HALF = 0.54;

    /** Of the names and numbers. */
    private static final double NAMED = 0.55;

    /** Of the words that are in both, those that come in the same order. */
    private static final double IN_ORDER = 0.7;

    /** The less of it is left, the more of that must be in order. */
    private static final double MOST_AND_ORDER = 1.46;

    /** So many words are about a sentence: within one they may be turned round. */
    private static final int SENTENCE = 24;

    /** Of the lead of one of the two; of a mere background hardly a word stands there. */
    private static final double NEWS = 0.58;

    /** Fewer words of substance, or names and numbers, may agree by chance. */
    private static final int LEAST = 30;

    private static final int LEAST_NAMED = 15;

    private final Vocabulary ours = new Vocabulary();
    private final Vocabulary theirs = new Vocabulary();

    /** By word, where the article that is compared has it first, counted from 1. */
    private final short[] places = new short[1 << 14];

    private short[] placed = {};
    private final int[] tails = new int[Sketch.BODY + 1];

    /** How much of the shorter of the two is in the other where one rewrites the other, else 0. */
    double of(Sketch sketch, Kept kept) {
        place(sketch.body);
        theirs.clear();
        int[] words = new int[2];
        int[] named = new int[2];
        int inOrder = 0;
        for (short code : kept.body()) {
            boolean fresh = theirs.add(code) == 1;
            int place = places[Codes.word(code)];
            count(words, fresh, place > 0);
            count(named, fresh && Codes.kind(code) >= Codes.NAME, place > 0);
            inOrder = fresh && place > 0 ? follow(place, inOrder) : inOrder;
        }
        for (short code : kept.facts()) {
            count(named, theirs.add(code) == 1, places[Codes.word(code)] > 0);
        }
        double ofKept = share(words);
        double ofNew = ofNew(sketch.keptBody());
        double most = Math.max(ofKept, ofNew);
        double ordered = (double) inOrder / Math.max(1, words[1]);
        boolean same =
                most >= MOST
                        && Math.min(ofKept, ofNew) >= HALF
                        && named[0] >= LEAST_NAMED
                        && named[1] >= NAMED * named[0]
                        && ordered >= IN_ORDER
                        && most + ordered >= MOST_AND_ORDER
                        && tellsTheNews(sketch, kept)
                        && countsAlike(sketch, kept);
        return same ? Math.round(most * 100) / 100.0 : 0;
    }

    private static double share(int[] words) {
        return words[0] < LEAST ? 0 : (double) words[1] / words[0];
    }

    private boolean tellsTheNews(Sketch sketch, Kept kept) {
        int[] here = new int[2];
        for (short code : sketch.lead()) {
            count(here, Codes.kind(code) != Codes.PLAIN, theirs.contains(code));
        }
        int[] there = new int[2];
        for (short code : kept.lead()) {
            count(there, Codes.kind(code) != Codes.PLAIN, places[Codes.word(code)] > 0);
        }
        return here[1] >= NEWS * here[0] || there[1] >= NEWS * there[0];
    }

    /** Of so many words that are asked for, so many are there. */
    private static void count(int[] counts, boolean asked, boolean there) {
        counts[0] += asked ? 1 : 0;
        counts[1] += asked && there ? 1 : 0;
    }

    /**
     * Whether one of the two has half of the figures that stand at the top of the other, if any.
     */
    private boolean countsAlike(Sketch sketch, Kept kept) {
        ours.clear();
        addAll(ours, sketch.title, sketch.body);
        addAll(theirs, kept.title());
        int[] here = figures(theirs, sketch.title, sketch.lead());
        int[] there = figures(ours, kept.title(), kept.lead());
        return 2 * here[1] >= here[0] || 2 * there[1] >= there[0];
    }

    private static void addAll(Vocabulary to, short[]... texts) {
        for (short[] text : texts) {
            for (short code : text) {
                to.add(code);
            }
        }
    }

    /** How many there are, and how many of them those words have. */
    private static int[] figures(Vocabulary words, short[]... texts) {
        var counts = new int[2];
        for (short[] text : texts) {
            for (short code : text) {
                count(counts, Codes.shipped().isFigure(code), words.contains(code));
            }
        }
        return counts;
    }

    private void place(short[] body) {
        if (body == placed) {
            return;
        }
        for (short code : placed) {
            places[Codes.word(code)] = 0;
        }
        placed = body;
        for (int i = Math.min(body.length, Short.MAX_VALUE) - 1; i >= 0; i--) {
            places[Codes.word(body[i])] =
                    Codes.kind(body[i]) == Codes.PLAIN
                            ? places[Codes.word(body[i])]
                            : (short) (i + 1);
        }
    }

    /**
     * The longest row so far of places of which none stands a sentence before another, one place
     * more (Fredman, On computing the length of longest increasing subsequences, 1975).
     */
    private int follow(int place, int longest) {
        int sentence = place / SENTENCE;
        int at = longest;
        while (at > 0 && tails[at - 1] > sentence) {
            at--;
        }
        tails[at] = sentence;
        return Math.max(longest, at + 1);
    }

    private double ofNew(short[] body) {
        ours.clear();
        int[] words = new int[2];
        for (short code : body) {
            count(words, ours.add(code) == 1, theirs.contains(code));
        }
        return share(words);
    }
}
