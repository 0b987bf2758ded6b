package org.tocsin.core.watch.query;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/**
 * The words of a text, as {@link Words} has them, with the hash of each folded word as {@link
 * Term.Kind#WORD} has it. May be read into again and again, each text in the place of the one
 * before. For one thread.
 *
 * <p>Written for speed: every article of the stream is cut up so. Each letter becomes one byte, see
 * {@link LetterCodes}; from then on eight letters are one number, which is looked at, and hashed,
 * in one go and without a branch. Words with letters that fold to no ASCII letter are hashed one by
 * one, and a text with letters that no table knows is cut by {@link Words} itself. In one file,
 * since its steps fill the same arrays.
 */
public final class HashedWords {

    /** Units looked at in one go: the bits of a long. */
    private static final int RUN = 64;

    /** Bounds that are written in a row. */
    private static final int BATCH = 8;

    /** Longer words are hashed one by one. */
    private static final int LONG = 2 * WordHash.STEP;

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** By the length of a word, which of its first eight codes are its own, and of the next. */
    private static final long[] FIRST = own(0);

    private static final long[] SECOND = own(WordHash.STEP);

    private char[] units = {};
    private int length;

    /** By unit, and noughts behind the last up to the end of a run and of a long word. */
    private byte[] codes = {};

    /** Where each word starts and ends, one behind the other: the first word 0 and 1. */
    private int[] bounds = new int[2 * RUN];

    private long[] hashes = new long[RUN];
    private int size;

    /** Whether there is any that stands in words but in none of the alphabets. */
    private boolean hasOthers;

    /** The words of this text, and of no other before. */
    public HashedWords read(String text) {
        length = text.length();
        hasOthers = false;
        if (codes.length < length + RUN + LONG) {
            units = new char[length];
            codes = new byte[length + RUN + LONG];
        }
        text.getChars(0, length, units, 0);
        LetterCodes.of(units, length, codes);
        Arrays.fill(codes, length, length + RUN + LONG, LetterCodes.APART);
        if (cut()) {
            hash();
        } else {
            read(Words.of(text));
        }
        return this;
    }

    private static long[] own(int from) {
        var own = new long[LONG + 1];
        for (int length = 0; length <= LONG; length++) {
            int bits = Byte.SIZE * Math.max(0, Math.min(WordHash.STEP, length - from));
            own[length] = bits == 0 ? 0 : -1L >>> Long.SIZE - bits;
        }
        return own;
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
        byte first = codes[start(word)];
        return (first < 0 || first == beginning.charAt(0)) && folded(word).startsWith(beginning);
    }

    /** False only where no word that begins with those two ASCII characters is at that place. */
    public boolean mayBeginWith(int word, long[] pairs) {
        int start = start(word);
        byte first = codes[start];
        byte second = codes[start + 1];
        if (first < 0 || end(word) - start > 1 && second < 0) {
            return true;
        }
        int pair = first << 7 | second;
        return (pairs[pair >> 6] & 1L << pair) != 0;
    }

    /** False where that cannot be done by the table. */
    private boolean cut() {
        byte[] all = codes;
        int known = 0;
        for (int at = 0; at < length; at += RUN) {
            long within = 0;
            long special = 0;
            for (int i = 0; i < RUN; i += Long.BYTES) {
                long eight = (long) EIGHT.get(all, at + i);
                special |= LetterCodes.special(eight);
                within |= LetterCodes.within(eight) << i;
            }
            if (special != 0) {
                hasOthers = true;
                if (bits(LetterCodes::unknown, at) != 0) {
                    return false;
                }
                within = withoutMarks(within, bits(LetterCodes::marks, at), known & 1);
            }
            if (known + RUN + BATCH > bounds.length) {
                bounds = Arrays.copyOf(bounds, bounds.length * 2);
            }
            known = addBounds(within, at, known, bounds);
        }
        if ((known & 1) != 0) {
            bounds[known++] = length;
        }
        size = known / 2;
        return true;
    }

    private long bits(LongUnaryOperator ofEight, int at) {
        long bits = 0;
        for (int i = 0; i < RUN; i += Long.BYTES) {
            bits |= ofEight.applyAsLong((long) EIGHT.get(codes, at + i)) << i;
        }
        return bits;
    }

    /** A mark is within a word where one goes on there; {@code before} is 1 where one does. */
    private static long withoutMarks(long within, long marks, int before) {
        long left = within;
        for (long rest = marks; rest != 0; rest &= rest - 1) {
            long mark = Long.lowestOneBit(rest);
            if (((left << 1 | before) & mark) == 0) {
                left &= ~mark;
            }
        }
        return left;
    }

    /**
     * Where the bits change, words begin and end. How many there are is foretold wrongly less often
     * when they are written a few at a time; those written too many are written over.
     */
    private static int addBounds(long within, int at, int known, int[] into) {
        long cuts = within ^ (within << 1 | known & 1);
        int end = known + Long.bitCount(cuts);
        for (int next = known; next < end; next += BATCH) {
            for (int i = 0; i < BATCH; i++) {
                into[next + i] = at + Long.numberOfTrailingZeros(cuts);
                cuts &= cuts - 1;
            }
        }
        return end;
    }

    private void hash() {
        if (hashes.length < size) {
            hashes = new long[bounds.length / 2];
        }
        byte[] all = codes;
        int[] places = bounds;
        long[] into = hashes;
        boolean others = hasOthers;
        for (int word = 0; word < size; word++) {
            int start = places[2 * word];
            int letters = places[2 * word + 1] - start;
            if (letters > LONG) {
                into[word] = Term.Kind.WORD.hash(folded(word));
                continue;
            }
            long first = (long) EIGHT.get(all, start) & FIRST[letters];
            long second = (long) EIGHT.get(all, start + WordHash.STEP) & SECOND[letters];
            into[word] =
                    others && (LetterCodes.special(first) | LetterCodes.special(second)) != 0
                            ? Term.Kind.WORD.hash(folded(word))
                            : WordHash.of(first, second);
        }
    }

    private void read(Words words) {
        size = words.size();
        if (bounds.length < 2 * size) {
            bounds = new int[2 * size];
        }
        if (hashes.length < size) {
            hashes = new long[size];
        }
        for (int word = 0; word < size; word++) {
            bounds[2 * word] = words.start(word);
            bounds[2 * word + 1] = words.end(word);
            hashes[word] = Term.Kind.WORD.hash(words.folded(word));
        }
    }
}
