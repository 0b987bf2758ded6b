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

    /** Reads both texts for names; of the body so many words. */
    void collect(Tokens title, Tokens body, int length) {
        names.clear();
        collect(body, length);
        if (!isTitleCase(title)) {
            collect(title, title.size());
        }
    }

    /** The codes of the first words of one of the texts. */
    short[] codes(Tokens words, int most) {
        var found = new short[Math.min(most, words.size())];
        for (int i = 0; i < found.length; i++) {
            boolean name = words.isCapital(i) && names.contains(words.rawHash(i));
            found[i] = codes.of(words, i, name);
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

    private void collect(Tokens words, int count) {
        for (int i = 0; i < count; i++) {
            if (words.isCapital(i) && !words.opensSentence(i) && !codes.isStop(words, i)) {
                names.add(words.rawHash(i));
            }
        }
    }
}
