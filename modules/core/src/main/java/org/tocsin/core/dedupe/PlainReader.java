package org.tocsin.core.dedupe;

/**
 * Reads a text in which each letter is a plain one, as nearly all texts are.
 *
 * <p>No decision is taken for a unit or a word, since each would be guessed wrong at every other
 * word, which costs as much as ten letters. What each unit is becomes a bit, 64 units at a time;
 * words are where bits change.
 */
final class PlainReader {

    private static final int BLOCK = 64;

    private static final long LOWEST = 0x0101010101010101L;

    /** Brings the lowest bits of eight bytes together in the highest byte, the first lowest. */
    private static final long TOGETHER = 0x0102040810204080L;

    /** Of each unit of the block, what {@link Letters} says in its highest byte. */
    private final byte[] sorts = new byte[BLOCK];

    /** Answers false, with nothing of worth in {@code to}, where a letter is not plain. */
    boolean read(Tokens to, int length) {
        to.opens(0);
        int count = 0;
        long open = 0;
        for (int from = 0; from < length; from += BLOCK) {
            int end = Math.min(length, from + BLOCK);
            if (fold(to, from, end) < 0) {
                if (hasRare(to.units, from, end)) {
                    return false;
                }
                // All are known now: once more.
                fold(to, from, end);
            }
            long all = -1L >>> BLOCK - (end - from);
            long words = bits(Letters.PLAIN_BIT) & all;
            long marks = bits(Letters.MARK_BIT) & all;
            long edges = words ^ (words << 1 | open);
            if (marks != 0) {
                mark(to, from, marks, edges & words, count + 1 >>> 1);
            }
            for (long left = edges; left != 0; left &= left - 1) {
                to.bounds[count++] = from + Long.numberOfTrailingZeros(left);
            }
            open = words >>> BLOCK - 1;
        }
        if (open != 0) {
            to.bounds[count++] = length;
        }
        to.size = count / 2;
        return true;
    }

    /** Folds the units of a block and notes their sorts; negative where one is rare or unknown. */
    private int fold(Tokens to, int from, int end) {
        int[] letters = Letters.units();
        char[] units = to.units;
        byte[] folded = to.folded;
        byte[] sort = sorts;
        int all = 0;
        for (int i = from; i < end; i++) {
            int letter = letters[units[i]];
            all |= letter;
            Tokens.UNIT.set(folded, Tokens.SLACK + 2 * i, (char) letter);
            sort[i - from] = (byte) (letter >>> 24);
        }
        return all;
    }

    /** That bit of what is known of each unit, which stands in the highest byte. */
    private long bits(int number) {
        long bits = 0;
        for (int at = 0; at < BLOCK; at += Byte.SIZE) {
            long eight = (long) Tokens.FOUR_UNITS.get(sorts, at) >>> number - 24 & LOWEST;
            bits |= (eight * TOGETHER >>> BLOCK - Byte.SIZE) << at;
        }
        return bits;
    }

    private static boolean hasRare(char[] units, int from, int end) {
        boolean rare = false;
        for (int i = from; i < end; i++) {
            rare |= Letters.of(units[i]) < 0;
        }
        return rare;
    }

    /** {@code first} words begin before the block. */
    private static void mark(Tokens to, int from, long marks, long begins, int first) {
        for (long left = marks; left != 0; left &= left - 1) {
            int at = Long.numberOfTrailingZeros(left);
            int before = Long.bitCount(begins & (1L << at) - 1);
            to.mark(from + at, Letters.of(to.units[from + at]), first + before);
        }
    }
}
