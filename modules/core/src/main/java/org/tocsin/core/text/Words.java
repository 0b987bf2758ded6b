package org.tocsin.core.text;

import java.util.Arrays;

/**
 * The words of a text in order, each with its offsets and its folded form.
 *
 * <p>A word is a run of letters, digits and combining marks. Apostrophes, hyphens and full stops
 * part words ({@code al-Islam} is two, {@code U.N.} is two, {@code Russia's} is {@code russia} and
 * {@code s}); every Han or kana character is a word of its own, since those scripts write no
 * spaces.
 */
public final class Words {

    private final String text;
    private int[] starts;
    private int[] ends;
    private String[] folded;
    private int size;

    private Words(String text) {
        this.text = text;
        int guess = Math.max(4, text.length() / 5);
        starts = new int[guess];
        ends = new int[guess];
        folded = new String[guess];
    }

    public static Words of(String text) {
        var words = new Words(text);
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            int next = i + Character.charCount(letter);
            boolean alone = isAlone(letter);
            if (start >= 0 && (alone || !goesOnWith(letter))) {
                words.add(start, i);
                start = -1;
            }
            if (alone) {
                words.add(i, next);
            } else if (start < 0 && startsWith(letter)) {
                start = i;
            }
            i = next;
        }
        if (start >= 0) {
            words.add(start, text.length());
        }
        return words;
    }

    public int size() {
        return size;
    }

    public int start(int word) {
        return starts[word];
    }

    public int end(int word) {
        return ends[word];
    }

    /** The word without case and accents, see {@link Fold}. */
    public String folded(int word) {
        String known = folded[word];
        if (known == null) {
            // Few of a text's words are asked for more than their place.
            known = Fold.fold(text.substring(starts[word], ends[word]));
            folded[word] = known;
        }
        return known;
    }

    public boolean isCapital(int word) {
        return Character.isUpperCase(text.codePointAt(starts[word]));
    }

    public String surface(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /** The first word that starts at or after that offset; {@link #size()} when there is none. */
    public int firstFrom(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        return at >= 0 ? at : -at - 1;
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            folded = Arrays.copyOf(folded, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        size++;
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
