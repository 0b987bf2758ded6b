package org.tocsin.core.text;

import java.nio.CharBuffer;

/**
 * The words of a text in order, each with its offsets and its folded form.
 *
 * <p>A word is a run of letters, digits and combining marks. Apostrophes, hyphens and full stops
 * part words ({@code al-Islam} is two, {@code U.N.} is two, {@code Russia's} is {@code russia} and
 * {@code s}); every Han or kana character is a word of its own, since those scripts write no
 * spaces.
 */
public final class Words {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final String text;
    private final char[] units;

    private final WordBounds bounds;
    private String[] folded;

    /** Of the words asked for so far: rules and names ask for the same ones. */
    private final long[] hashes;

    private Words(String text) {
        this.text = text;
        units = text.toCharArray();
        bounds = new WordBounds(units);
        hashes = new long[bounds.words()];
    }

    public static Words of(String text) {
        return new Words(text);
    }

    public int size() {
        return bounds.words();
    }

    public int start(int word) {
        return bounds.start(word);
    }

    public int end(int word) {
        return bounds.end(word);
    }

    /** The word without case and accents, see {@link Fold}. */
    public String folded(int word) {
        if (folded == null) {
            folded = new String[size()];
        }
        String form = folded[word];
        if (form == null) {
            // Few of a text's words are asked for more than their place.
            form = Fold.fold(surface(word));
            folded[word] = form;
        }
        return form;
    }

    /**
     * 64 bits of the folded word (FNV-1a, Fowler, Noll and Vo 1991), made without a string for it;
     * {@link #hash(CharSequence)} of {@link #folded}.
     */
    public long hash(int word) {
        if (hashes[word] == 0) {
            hashes[word] = hashOf(word);
        }
        return hashes[word];
    }

    private long hashOf(int word) {
        long hash = FNV_BASIS;
        char[] all = units;
        int end = end(word);
        for (int i = start(word); i < end; i++) {
            char letter = Letters.folded(all[i]);
            if (letter == Letters.SEVERAL) {
                return hash(folded(word));
            }
            hash = (hash ^ letter) * FNV_PRIME;
        }
        return hash;
    }

    /** The same of the first {@code length} letters of a folded word. */
    public static long hash(char[] folded, int length) {
        long hash = FNV_BASIS;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ folded[i]) * FNV_PRIME;
        }
        return hash;
    }

    public static long hash(CharSequence folded) {
        long hash = FNV_BASIS;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /**
     * Writes the folded word into {@code letters}, as much of it as they hold, without a string for
     * it.
     *
     * @return its length there
     */
    public int fold(int word, char[] letters) {
        int start = start(word);
        int length = Math.min(letters.length, end(word) - start);
        for (int i = 0; i < length; i++) {
            letters[i] = Letters.folded(units[start + i]);
            if (letters[i] == Letters.SEVERAL) {
                String form = folded(word);
                length = Math.min(letters.length, form.length());
                form.getChars(0, length, letters, 0);
                return length;
            }
        }
        return length;
    }

    /** Whether the folded word is that stretch of {@code letters}, by comparing and no more. */
    public boolean isFolded(int word, char[] letters, int from, int to) {
        int start = start(word);
        int length = end(word) - start;
        for (int i = 0; i < length; i++) {
            char letter = Letters.folded(units[start + i]);
            if (letter == Letters.SEVERAL) {
                return folded(word).contentEquals(CharBuffer.wrap(letters, from, to - from));
            }
            if (i >= to - from || letter != letters[from + i]) {
                return false;
            }
        }
        return length == to - from;
    }

    /** The first letter of the folded word; 0 where nothing is left of it. */
    public char firstLetter(int word) {
        char letter = Letters.folded(units[start(word)]);
        if (letter != Letters.SEVERAL) {
            return letter;
        }
        String form = folded(word);
        return form.isEmpty() ? 0 : form.charAt(0);
    }

    /** The UTF-16 unit at that place of the text. */
    public char unit(int offset) {
        return units[offset];
    }

    public boolean isCapital(int word) {
        char first = units[start(word)];
        return first < 128
                ? first >= 'A' && first <= 'Z'
                : Character.isUpperCase(text.codePointAt(start(word)));
    }

    public String surface(int word) {
        return text.substring(start(word), end(word));
    }

    /** The first word that starts at or after that offset; {@link #size()} when there is none. */
    public int firstFrom(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (start(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a word may begin with that letter; those that stand alone apart. */
    public static boolean startsWith(int letter) {
        return Character.isLetterOrDigit(letter);
    }

    /** Whether a word that has begun goes on with that letter. */
    public static boolean goesOnWith(int letter) {
        if (letter < 128) {
            return Character.isLetterOrDigit(letter);
        }
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || letter == '\u200c'
                || letter == '\u00ad';
    }

    /** Whether that letter is a word of its own, as Han and kana are. */
    public static boolean isAlone(int letter) {
        if (letter < 0x2E80) {
            return false;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA -> Character.isLetterOrDigit(letter);
            default -> false;
        };
    }
}
