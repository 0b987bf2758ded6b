package org.tocsin.core.dedupe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/**
 * The words of a text with all that a sketch asks of them, taken in one pass: where each stands,
 * the hash of its folded form, whether it has a capital and opens a sentence, and where there are
 * quotation marks. The words are those of {@link Words}.
 *
 * <p>Reused from text to text, and without a string for each word, since half of an article's cost
 * would be making them.
 */
final class Tokens {

    private static final byte CAPITAL = 1;
    private static final byte OPENS = 2;
    private static final byte HAN = 4;

    private String text = "";
    private char[] units = new char[0];
    private int size;
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private int[] hashes = new int[0];
    private byte[] flags = new byte[0];
    private int marks;
    private int[] quotes = new int[16];

    /** The folded words one behind the other with blanks between. */
    private char[] folded = new char[0];

    /** Where each word's folded form begins. */
    private int[] foldedStarts = new int[1];

    private int foldedEnd;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    /** As String.hashCode adds up, since states kept on disk hold hashes made of that. */
    private int hash;

    private boolean opens;

    static Tokens of(String text) {
        var tokens = new Tokens();
        tokens.read(text);
        return tokens;
    }

    void read(String newText) {
        text = newText;
        size = 0;
        marks = 0;
        foldedEnd = 0;
        opens = true;
        int length = text.length();
        if (units.length < length) {
            units = new char[length + length / 2];
        }
        text.getChars(0, length, units, 0);
        room(length);
        split(length);
    }

    private void split(int length) {
        boolean in = false;
        int i = 0;
        while (i < length) {
            char c = units[i];
            int letter = Letters.of(c);
            if (!in && (letter & Letters.STARTS) != 0) {
                begin(i, (letter & Letters.CAPITAL) != 0);
                in = true;
            }
            if (in && (letter & Letters.SIMPLY_GOES_ON) == Letters.GOES_ON) {
                i = goOn(i, length);
                continue;
            }
            if ((letter & Letters.PAIRED) != 0) {
                int point = Character.codePointAt(units, i, length);
                in = pair(point, i, in);
                i += Character.charCount(point);
                continue;
            }
            in = goOnRarely(c, letter, i, in);
            i++;
        }
        if (in) {
            close(length);
        }
    }

    /**
     * Takes letters into the word as long as each is folded to one, and answers where that ends:
     * the hot loop, through which nearly all of a text passes, so what changes is in local
     * variables.
     */
    private int goOn(int from, int length) {
        int sum = hash;
        int end = foldedEnd;
        char[] form = folded;
        char[] source = units;
        int seen = 0;
        int i = from;
        while (i < length) {
            int letter = Letters.of(source[i]);
            if ((letter & Letters.SIMPLY_GOES_ON) != Letters.GOES_ON) {
                break;
            }
            sum = 31 * sum + (letter & Letters.FOLDED);
            form[end++] = (char) letter;
            seen |= letter;
            i++;
        }
        hash = sum;
        foldedEnd = end;
        opens &= (seen & Letters.LETTER) == 0;
        return i;
    }

    /** A unit that ends the word, stands alone or is folded to several; is a word still open? */
    private boolean goOnRarely(char c, int letter, int at, boolean in) {
        if (in && (letter & Letters.GOES_ON) != 0) {
            append(Letters.folded(c));
            opens &= (letter & Letters.LETTER) == 0;
            return true;
        }
        if (in) {
            close(at);
        }
        if ((letter & Letters.ALONE) == 0) {
            separator(at, letter);
            return false;
        }
        begin(at, (letter & Letters.CAPITAL) != 0);
        if ((letter & Letters.SEVERAL) != 0) {
            append(Letters.folded(c));
        } else {
            hash = letter & Letters.FOLDED;
            folded[foldedEnd++] = (char) letter;
        }
        opens &= (letter & Letters.LETTER) == 0;
        close(at + 1);
        return false;
    }

    private void separator(int at, int letter) {
        opens |= (letter & Letters.OPENS) != 0;
        if ((letter & Letters.QUOTES) != 0) {
            if (marks == quotes.length) {
                quotes = Arrays.copyOf(quotes, marks * 2);
            }
            quotes[marks++] = at;
        }
    }

    /** A letter of two units, rare in news; answers whether a word goes on behind it. */
    private boolean pair(int letter, int at, boolean in) {
        boolean alone = Words.isAlone(letter);
        boolean goesOn = in && !alone && Words.goesOnWith(letter);
        if (in && !goesOn) {
            close(at);
        }
        if (!goesOn && !alone && !Words.startsWith(letter)) {
            return false;
        }
        if (!goesOn) {
            begin(at, false);
        }
        append(Fold.fold(Character.toString(letter)));
        if (alone) {
            close(at + Character.charCount(letter));
        }
        return !alone;
    }

    private void begin(int at, boolean capital) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = at;
        flags[size] = (byte) ((capital ? CAPITAL : 0) | (opens ? OPENS : 0));
        if (size > 0) {
            folded[foldedEnd++] = ' ';
        }
        foldedStarts[size] = foldedEnd;
        hash = 0;
    }

    private void close(int at) {
        ends[size] = at;
        hashes[size] = hash;
        if (foldedEnd > foldedStarts[size] && folded[foldedStarts[size]] >= 0x2E80) {
            flags[size] |= Codes.isHan(formOf(size)) ? HAN : 0;
        }
        foldedStarts[++size] = foldedEnd + 1;
    }

    private void append(String form) {
        room(form.length() + text.length());
        for (int i = 0; i < form.length(); i++) {
            hash = 31 * hash + form.charAt(i);
            folded[foldedEnd++] = form.charAt(i);
        }
    }

    /** Room for so many units more, each with a blank: then the hot loop need not look. */
    private void room(int more) {
        int needed = foldedEnd + 2 * more + 1;
        if (folded.length < needed) {
            folded = Arrays.copyOf(folded, needed + needed / 2);
        }
    }

    private void grow() {
        int room = Math.max(64, size * 2);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        hashes = Arrays.copyOf(hashes, room);
        flags = Arrays.copyOf(flags, room);
        foldedStarts = Arrays.copyOf(foldedStarts, room + 1);
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    /** {@link String#hashCode()} of the folded word. */
    int rawHash(int word) {
        return hashes[word];
    }

    /** {@link Hash#of(String)} of the folded word. */
    int hash(int word) {
        return Hash.mix(hashes[word]);
    }

    int foldedLength(int word) {
        return foldedStarts[word + 1] - 1 - foldedStarts[word];
    }

    /** The unit at that place of the folded word. */
    char foldedUnit(int word, int at) {
        return folded[foldedStarts[word] + at];
    }

    /** The word without case and accents, see {@link Fold}. */
    String folded(int word) {
        return new String(folded, foldedStarts[word], foldedLength(word));
    }

    private String formOf(int last) {
        return new String(folded, foldedStarts[last], foldedEnd - foldedStarts[last]);
    }

    boolean isFolded(int word, char[] form) {
        int end = foldedStarts[word + 1] - 1;
        return Arrays.equals(folded, foldedStarts[word], end, form, 0, form.length);
    }

    String surface(int word) {
        return text.substring(starts[word], ends[word]);
    }

    boolean isSurface(int word, String written) {
        int length = ends[word] - starts[word];
        return length == written.length()
                && text.regionMatches(starts[word], written, 0, written.length());
    }

    boolean isCapital(int word) {
        return (flags[word] & CAPITAL) != 0;
    }

    /** True where nothing but blanks and marks stand between the word and a sentence's end. */
    boolean opensSentence(int word) {
        return (flags[word] & OPENS) != 0;
    }

    boolean isHan(int word) {
        return (flags[word] & HAN) != 0;
    }

    int quoteMarks() {
        return marks;
    }

    /** Where in the text that quotation mark stands. */
    int quoteMark(int mark) {
        return quotes[mark];
    }

    /** The first word that starts at or after that offset; {@link #size()} when there is none. */
    int firstFrom(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        return at >= 0 ? at : -at - 1;
    }

    /** 64 bits of all folded words with a blank between each two. */
    long wideHash() {
        if (bytes.capacity() < foldedEnd * 2) {
            bytes = ByteBuffer.allocate(folded.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        }
        bytes.asCharBuffer().put(folded, 0, foldedEnd);
        return Hash.wide(bytes.array(), foldedEnd * 2);
    }
}
