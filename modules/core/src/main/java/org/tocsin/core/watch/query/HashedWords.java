package org.tocsin.core.watch.query;

import java.util.Arrays;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/**
 * The words of a text, as {@link Words} has them, with the hash of each folded word as {@link
 * Term.Kind#WORD} has it. May be read into again and again, each text in the place of the one
 * before. For one thread.
 *
 * <p>Written for speed: every article of the stream is cut up so. Letters are folded, told from
 * what parts words and summed up in one pass without a branch; a word's hash is what the sum grew
 * by from its start to its end. Words with letters that do not simply fold to one other are hashed
 * once more, and a text in a script without spaces is cut by {@link Words} itself. In one file,
 * since its steps fill the same arrays.
 */
public final class HashedWords {

    /** Units that are summed up in a row; the next begin between two words. */
    private static final int SECTION = 1024;

    /** Units looked at in one go: the bits of a long. */
    private static final int RUN = 64;

    /** Up to here, punctuation in it, units are in the table. */
    private static final int KNOWN = 0x2E80;

    /** Latin, Greek, Cyrillic, Hebrew and Arabic. */
    private static final int KNOWN_FORMS = 0x700;

    /** In a word, or a mark that goes on with one: only {@link Fold} knows what becomes of it. */
    private static final char OTHER = '\uffff';

    /** What a unit is folded to; 0 for what parts words. One for each unit there is. */
    private static final char[] FOLDED = new char[1 << Character.SIZE];

    /** The inverse of {@link Term#BASE} to the power of its place, and it to that power. */
    private static final long[] DOWN = powers(inverse(Term.BASE));

    private static final long[] UP = powers(Term.BASE);

    static {
        Arrays.fill(FOLDED, OTHER);
        for (int i = 0; i < KNOWN; i++) {
            FOLDED[i] = foldedUnit(i);
        }
    }

    private char[] units = {};
    private int length;
    private long[] sums = {};

    /** Where each word starts and ends, one behind the other: the first word 0 and 1. */
    private int[] bounds = new int[2 * RUN];

    private long[] hashes = new long[RUN];
    private int size;

    /** Where {@link #OTHER} units are. */
    private int[] others = {};

    private int otherCount;

    /** The words of this text, and of no other before. */
    public HashedWords read(String text) {
        size = 0;
        length = text.length();
        if (units.length < length) {
            units = new char[length];
            sums = new long[Math.min(SECTION, length) + 1];
        }
        text.getChars(0, length, units, 0);
        if (!cut()) {
            cut(Words.of(text));
        }
        return this;
    }

    private static char foldedUnit(int unit) {
        if (!Words.startsWith(unit) && !Words.goesOnWith(unit)) {
            return 0;
        }
        String form = unit < KNOWN_FORMS ? Fold.fold(Character.toString(unit)) : "";
        return form.length() == 1 && Words.startsWith(unit) ? form.charAt(0) : OTHER;
    }

    private static long[] powers(long base) {
        var powers = new long[SECTION + 1];
        powers[0] = 1;
        for (int i = 1; i <= SECTION; i++) {
            powers[i] = powers[i - 1] * base;
        }
        return powers;
    }

    /** Of an odd number modulo 2^64, by Newton's iteration: each step doubles the right bits. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int right = 3; right < Long.SIZE; right *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    public int size() {
        return size;
    }

    int start(int word) {
        return bounds[2 * word];
    }

    int end(int word) {
        return bounds[2 * word + 1];
    }

    /** By word, as {@link Term.Kind#WORD} hashes the folded word; longer than {@link #size}. */
    public long[] hashes() {
        return hashes;
    }

    public String folded(int word) {
        return Fold.fold(new String(units, start(word), end(word) - start(word)));
    }

    boolean beginsWith(int word, String beginning) {
        char first = units[start(word)];
        return (first >= 128 || Character.toLowerCase(first) == beginning.charAt(0))
                && folded(word).startsWith(beginning);
    }

    /** False only where no word that begins with those two ASCII characters is at that place. */
    public boolean mayBeginWith(int word, long[] pairs) {
        int start = start(word);
        char first = units[start];
        if (end(word) - start < 2) {
            return first >= 128;
        }
        char second = units[start + 1];
        if (first >= 128 || second >= 128) {
            return true;
        }
        int pair = Character.toLowerCase(first) << 7 | Character.toLowerCase(second);
        return (pairs[pair >> 6] & 1L << pair) != 0;
    }

    /** False where that cannot be done by the table. */
    private boolean cut() {
        int from = 0;
        while (from < length) {
            int to = Math.min(from + SECTION, length);
            while (to < length && to > from && FOLDED[units[to - 1]] != 0) {
                to--;
            }
            if (to == from || !cut(from, to)) {
                size = 0;
                return false;
            }
            from = to;
        }
        return true;
    }

    private boolean cut(int from, int to) {
        int known = 2 * size;
        otherCount = 0;
        long sum = 0;
        for (int at = from; at < to; at += RUN) {
            int end = Math.min(at + RUN, to);
            long within = 0;
            int highest = 0;
            // In one go: the letters are looked up once for their sum and for the bit of each.
            for (int i = at; i < end; i++) {
                int letter = FOLDED[units[i]];
                highest |= letter + 1;
                sums[i - from] = sum;
                sum += letter * DOWN[i - from];
                within |= -(long) letter >>> Long.SIZE - 1 << i - at;
            }
            if (highest > OTHER) {
                if (!findOthers(at, end)) {
                    return false;
                }
                within = withoutMarks(within, at, end, known & 1);
            }
            known = addBounds(within, at, known);
        }
        sums[to - from] = sum;
        if ((known & 1) != 0) {
            bounds[known++] = to;
        }
        hash(from, known / 2);
        return true;
    }

    /** False where one of them is not in the table at all. */
    private boolean findOthers(int from, int to) {
        for (int i = from; i < to; i++) {
            if (FOLDED[units[i]] == OTHER) {
                if (units[i] >= KNOWN) {
                    return false;
                }
                if (otherCount == others.length) {
                    others = Arrays.copyOf(others, otherCount * 2 + 16);
                }
                others[otherCount++] = i;
            }
        }
        return true;
    }

    /** A mark is within a word where one goes on there; {@code before} is 1 where one does. */
    private long withoutMarks(long within, int at, int end, int before) {
        long all = within;
        for (int i = 0; i < otherCount; i++) {
            int place = others[i] - at;
            if (place >= 0 && others[i] < end && !Words.startsWith(units[others[i]])) {
                long previous = place == 0 ? before : all >>> place - 1 & 1;
                all &= ~(1L - previous << place);
            }
        }
        return all;
    }

    /** Where the bits change, words begin and end. */
    private int addBounds(long within, int at, int known) {
        if (known + RUN + 1 > bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
            hashes = Arrays.copyOf(hashes, bounds.length / 2);
        }
        int[] all = bounds;
        int next = known;
        for (long cuts = within ^ (within << 1 | known & 1); cuts != 0; cuts &= cuts - 1) {
            all[next++] = at + Long.numberOfTrailingZeros(cuts);
        }
        return next;
    }

    private void hash(int from, int upTo) {
        int first = size;
        for (; size < upTo; size++) {
            int start = bounds[2 * size] - from;
            int end = bounds[2 * size + 1] - from;
            hashes[size] = Term.Kind.WORD.hash((sums[end] - sums[start]) * UP[end - 1]);
        }
        for (int other = 0, word = first; other < otherCount; other++) {
            while (word < upTo && end(word) <= others[other]) {
                word++;
            }
            if (word < upTo && start(word) <= others[other]) {
                hashes[word] = Term.Kind.WORD.hash(folded(word));
            }
        }
    }

    private void cut(Words words) {
        if (hashes.length < words.size()) {
            bounds = new int[2 * words.size()];
            hashes = new long[words.size()];
        }
        for (size = 0; size < words.size(); size++) {
            bounds[2 * size] = words.start(size);
            bounds[2 * size + 1] = words.end(size);
            hashes[size] = Term.Kind.WORD.hash(words.folded(size));
        }
    }
}
