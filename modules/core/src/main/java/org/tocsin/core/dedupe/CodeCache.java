package org.tocsin.core.dedupe;

/**
 * The codes of the words that were read last, found with one look each: news says most of its words
 * again and again, and what a word's code is follows from its form alone. A word that stands where
 * another is to stand takes its place. Not thread-safe.
 */
final class CodeCache {

    /** A quarter of a megabyte: most of what a language says, in what a core has for itself. */
    private static final int SLOT_BITS = 14;

    /** In what is found: the word is one that says nothing of what a text is about. */
    static final long STOP = 1L << 32;

    /** Two to a slot: the word's identity, and what is known of it. */
    private final long[] slots = new long[2 << SLOT_BITS];

    private final Codes codes = Codes.shipped();
    private int[] missed = new int[64];

    /**
     * Of each of the first words its code in the lower 16 bits, above it that of a name so written,
     * then flags; all into {@code found}.
     *
     * <p>First each is looked for with nothing to decide between, so that the looks overlap; then
     * those that are not there are worked out.
     */
    void findAll(Tokens words, int count, long[] found) {
        missed = missed.length < count ? new int[2 * count] : missed;
        int misses = 0;
        for (int i = 0; i < count; i++) {
            long identity = words.identity(i);
            int slot = slot(identity);
            found[i] = slots[slot + 1];
            missed[misses] = i;
            long other = slots[slot] ^ identity;
            misses += (int) ((other | -other) >>> 63);
        }
        for (int i = 0; i < misses; i++) {
            found[missed[i]] = learn(words, missed[i]);
        }
    }

    private long learn(Tokens words, int at) {
        long learnt = codes.both(words, at);
        // What a Han letter is depends on the one behind it.
        if (!words.isHan(at)) {
            long identity = words.identity(at);
            slots[slot(identity)] = identity;
            slots[slot(identity) + 1] = learnt;
        }
        return learnt;
    }

    private static int slot(long identity) {
        return (int) (identity >>> Long.SIZE - SLOT_BITS) << 1;
    }
}
