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

    private final Codes codes = Codes.shipped();
    private final IntSet names = new IntSet();
    private int[] known = new int[64];
    private int[] knownOfTitle = new int[64];

    /** Reads both texts for names; of the body so many words. */
    void collect(Tokens title, Tokens body, int length) {
        names.clear();
        known = find(body, length, known);
        knownOfTitle = find(title, title.size(), knownOfTitle);
        collect(body, length, known);
        if (!isTitleCase(title)) {
            collect(title, title.size(), knownOfTitle);
        }
    }

    private int[] find(Tokens words, int count, int[] room) {
        int[] numbers = room.length < count ? new int[2 * count] : room;
        for (int i = 0; i < count; i++) {
            numbers[i] = codes.find(words, i);
        }
        return numbers;
    }

    /** The codes of the title's first words. */
    short[] ofTitle(Tokens title, int most) {
        return codes(title, Math.min(most, title.size()), knownOfTitle);
    }

    /** The codes of the body's first words, no more than were collected. */
    short[] ofBody(Tokens body, int length) {
        return codes(body, length, known);
    }

    private short[] codes(Tokens words, int count, int[] numbers) {
        var found = new short[count];
        for (int i = 0; i < count; i++) {
            boolean name = words.isCapital(i) && names.contains(words.rawHash(i));
            found[i] = codes.of(words, i, numbers[i], name);
        }
        return found;
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

    private void collect(Tokens words, int count, int[] numbers) {
        for (int i = 0; i < count; i++) {
            if (words.isCapital(i) && !words.opensSentence(i) && !codes.isStop(numbers[i])) {
                names.add(words.rawHash(i));
            }
        }
    }
}
