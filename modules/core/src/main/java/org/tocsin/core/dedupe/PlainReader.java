package org.tocsin.core.dedupe;

/**
 * Reads a text in which each letter is a plain one, as nearly all texts are.
 *
 * <p>No decision is taken for a unit or a word, since each would be guessed wrong at every other
 * word, which costs as much as ten letters. What each unit is becomes a bit, 64 units at a time;
 * words are where bits change, and their hashes are differences of sums over the whole text.
 */
final class PlainReader {

    private static final int BLOCK = 64;

    /** Powers of 31; longer words are hardly ever read. */
    private static final int[] POWERS = new int[BLOCK];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < BLOCK; i++) {
            POWERS[i] = 31 * POWERS[i - 1];
        }
    }

    /** Before each unit, the hash of all folded units before it. */
    private int[] sums = new int[1];

    /** Answers false, with nothing of worth in {@code to}, where a letter is not plain. */
    boolean read(Tokens to, int length) {
        if (sums.length <= length) {
            sums = new int[length + length / 2 + 1];
        }
        to.opens(0);
        int count = 0;
        long open = 0;
        for (int from = 0; from < length; from += BLOCK) {
            int end = Math.min(length, from + BLOCK);
            long words = 0;
            long marks = 0;
            int all = 0;
            int[] letters = Letters.units();
            char[] units = to.units;
            byte[] folded = to.folded;
            int[] to31 = sums;
            int sum = to31[from];
            for (int i = from; i < end; i++) {
                int letter = letters[units[i]];
                all |= letter;
                Tokens.UNIT.set(folded, Tokens.SLACK + 2 * i, (char) letter);
                sum = 31 * sum + (letter & Letters.FOLDED);
                to31[i + 1] = sum;
                words |= (letter >>> Letters.PLAIN_BIT & 1L) << i;
                marks |= (letter >>> Letters.MARK_BIT & 1L) << i;
            }
            if (all < 0) {
                if (hasRare(units, from, end)) {
                    return false;
                }
                // All are known now: once more.
                from -= BLOCK;
                continue;
            }
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
        hash(to);
        return true;
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

    private void hash(Tokens to) {
        int[] bounds = to.bounds;
        for (int word = 0; word < to.size; word++) {
            int start = bounds[2 * word];
            int end = bounds[2 * word + 1];
            to.hashes[word] = sums[end] - sums[start] * power(end - start);
        }
    }

    private static int power(int exponent) {
        if (exponent < BLOCK) {
            return POWERS[exponent];
        }
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 31;
        }
        return power;
    }
}
