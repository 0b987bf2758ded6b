package org.tocsin.core.dedupe;

/**
 * Tells names from other words by their capital, in scripts that have one.
 *
 * <p>A capital at the start of a sentence, or in a title in which every word has one, proves
 * nothing: such a word is a name where the text writes it with a capital elsewhere too.
 */
final class Names {

    /** Words of a title that are longer must have a capital for it to prove nothing. */
    private static final int SMALL = 3;

    private final CodeCache cache = new CodeCache();
    private final IntSet names = new IntSet();
    private long[] ofBody = new long[64];
    private long[] ofTitle = new long[64];

    /** Reads both texts for names; of the body so many words. */
    void collect(Tokens title, Tokens body, int length) {
        names.clear();
        ofBody = find(body, length, ofBody);
        ofTitle = find(title, title.size(), ofTitle);
        collect(body, length, ofBody);
        if (!isTitleCase(title)) {
            collect(title, title.size(), ofTitle);
        }
    }

    private long[] find(Tokens words, int count, long[] room) {
        long[] found = room.length < count ? new long[2 * count] : room;
        cache.findAll(words, count, found);
        return found;
    }

    /** The codes of the title's first words. */
    short[] ofTitle(Tokens title, int most) {
        return codes(title, Math.min(most, title.size()), ofTitle);
    }

    /** The codes of the body's first words, no more than were collected. */
    short[] ofBody(Tokens body, int length) {
        return codes(body, length, ofBody);
    }

    private short[] codes(Tokens words, int count, long[] found) {
        var codes = new short[count];
        for (int i = 0; i < count; i++) {
            codes[i] = (short) found[i];
        }
        for (int i = 0; i < count; i++) {
            if (words.isCapital(i) && names.contains(words.rawHash(i))) {
                codes[i] = (short) (found[i] >>> Short.SIZE);
            }
        }
        return codes;
    }

    private static boolean isTitleCase(Tokens title) {
        int capitals = 0;
        int others = 0;
        for (int i = 0; i < title.size(); i++) {
            if (title.end(i) - title.start(i) > SMALL) {
                if (title.isCapital(i)) {
                    capitals++;
                } else {
                    others++;
                }
            }
        }
        return capitals > 2 * others;
    }

    private void collect(Tokens words, int count, long[] found) {
        for (int i = 0; i < count; i++) {
            if (words.isCapital(i) && !words.opensSentence(i) && (found[i] & CodeCache.STOP) == 0) {
                names.add(words.rawHash(i));
            }
        }
    }
}
