package org.tocsin.core.dedupe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/**
 * The words of a text with all that a sketch asks of them, taken in one pass: where each stands,
 * the hash of its folded form, whether it has a capital and opens a sentence, and where there are
 * quotation marks and stops. The words are those of {@link Words}.
 *
 * <p>Reused from text to text, and without a string for each word, since half of an article's cost
 * would be making them. {@link PlainReader} fills it with nearly all texts, {@link RareReader} with
 * those that have a letter of another sort.
 */
final class Tokens {

    static final VarHandle UNIT =
            MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle FOUR_UNITS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Before and behind the folded units, so that some can be looked at wherever one stands. */
    static final int SLACK = 32;

    /** The bits of so many units, from the lowest on. */
    private static final long[] FIRST = {0, 0xFFFFL, 0xFFFFFFFFL, 0xFFFFFFFFFFFFL, -1};

    /** The first and third of four units. */
    private static final long EVEN = 0x0000FFFF0000FFFFL;

    private static final int POWER_4 = 31 * 31 * 31 * 31;

    private String text = "";

    // The readers fill what follows.

    char[] units = new char[0];
    int size;

    /** Where each word begins and ends, in turns. */
    int[] bounds = new int[2];

    /** The same in {@link #folded}; the very same array where each unit is folded to one. */
    int[] forms = bounds;

    /** Folded units behind {@link #SLACK}, two bytes each, the lower first. */
    byte[] folded = new byte[2 * SLACK];

    boolean hasHan;

    // What follows is worked out of that.

    /** As String.hashCode adds up, since states kept on disk hold hashes made of that. */
    private int[] hashes = new int[1];

    private long[] identities = new long[1];

    private final PlainReader plain = new PlainReader();
    private final RareReader rare = new RareReader();

    /** A bit for each word: only blanks and marks stand between it and a sentence's end. */
    private long[] opening = new long[1];

    private int marks;
    private int[] quotes = new int[16];
    private int stopped;
    private int[] stops = new int[64];

    static Tokens of(String text) {
        var tokens = new Tokens();
        tokens.read(text);
        return tokens;
    }

    void read(String newText) {
        text = newText;
        int length = text.length();
        room(length);
        text.getChars(0, length, units, 0);
        if (!startOver().plain.read(this, length)) {
            rare.read(startOver(), length);
        }
        identify();
    }

    private Tokens startOver() {
        size = 0;
        marks = 0;
        stopped = 0;
        hasHan = false;
        Arrays.fill(opening, 0, text.length() / 64 + 1, 0);
        forms = bounds;
        return this;
    }

    private void room(int length) {
        if (units.length < length) {
            int most = length + length / 2;
            units = new char[most];
            bounds = new int[2 * most + 2];
            hashes = new int[most + 1];
            identities = new long[most + 1];
            opening = new long[most / 64 + 1];
            folded = new byte[2 * most + 2 * SLACK];
        }
    }

    /** Takes note of a mark between two words, of which the second has that number. */
    void mark(int at, int letter, int next) {
        if ((letter & Letters.OPENS) != 0) {
            opens(next);
        }
        if ((letter & Letters.QUOTES) != 0) {
            quotes = marks < quotes.length ? quotes : Arrays.copyOf(quotes, marks * 2);
            quotes[marks++] = at;
        }
        if ((letter & Letters.STOPS) != 0) {
            stops = stopped < stops.length ? stops : Arrays.copyOf(stops, stopped * 2);
            stops[stopped++] = at;
        }
    }

    void opens(int word) {
        opening[word >>> 6] |= 1L << word;
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    int start(int word) {
        return bounds[2 * word];
    }

    int end(int word) {
        return bounds[2 * word + 1];
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
        return forms[2 * word + 1] - forms[2 * word];
    }

    /** The unit at that place of the folded word. */
    char foldedUnit(int word, int at) {
        return (char) UNIT.get(folded, SLACK + 2 * (forms[2 * word] + at));
    }

    /** The first four units of the folded word and what follows it, the first lowest. */
    long head(int word) {
        return (long) FOUR_UNITS.get(folded, SLACK + 2 * forms[2 * word]);
    }

    /** The last four units of the folded word and what stands before it, the last highest. */
    long tail(int word) {
        return (long) FOUR_UNITS.get(folded, SLACK + 2 * forms[2 * word + 1] - Long.BYTES);
    }

    /** 64 bits that tell the folded word from all others, never 0. */
    long identity(int word) {
        return identities[word];
    }

    /** Works out what tells each word from others, its hash and its identity. */
    private void identify() {
        for (int word = 0; word < size; word++) {
            int length = foldedLength(word);
            int most = Math.min(4, length);
            long tail = tail(word) & ~FIRST[4 - most];
            int hash = hash(word, length, tail);
            hashes[word] = hash;
            // Of the word's ends, hash and length, each mixed in by a step that can be undone.
            long id = (head(word) & FIRST[most]) * 0x9E3779B97F4A7C15L;
            id ^= id >>> 29 ^ tail;
            id *= 0xBF58476D1CE4E5B9L;
            id ^= id >>> 32 ^ (long) length << 32 ^ hash & 0xFFFFFFFFL;
            id *= 0x94D049BB133111EBL;
            // What is looked at first are the upper bits; the lowest can be spared.
            identities[word] = (id ^ id >>> 31) | 1;
        }
    }

    /** Of eight units at once, since a loop over each word's would end where nobody expects it. */
    private int hash(int word, int length, long tail) {
        int end = SLACK + 2 * forms[2 * word + 1];
        long before = (long) FOUR_UNITS.get(folded, end - 2 * Long.BYTES);
        before &= ~FIRST[4 - Math.max(0, Math.min(4, length - 4))];
        int hash = hash(before) * POWER_4 + hash(tail);
        return length <= 8 ? hash : hash(word, length - 8) * (POWER_4 * POWER_4) + hash;
    }

    /** Of four units; zeros before others count nothing. */
    private static int hash(long units) {
        long two = (units & EVEN) * 31 + (units >>> 16 & EVEN);
        return (int) two * (31 * 31) + (int) (two >>> 32);
    }

    private int hash(int word, int first) {
        int hash = 0;
        for (int i = 0; i < first; i++) {
            hash = 31 * hash + foldedUnit(word, i);
        }
        return hash;
    }

    /** The word without case and accents, see {@link Fold}. */
    String folded(int word) {
        int from = SLACK + 2 * forms[2 * word];
        return new String(folded, from, 2 * foldedLength(word), StandardCharsets.UTF_16LE);
    }

    /** Whether that is the folded word, in units of two bytes. */
    boolean isFolded(int word, byte[] form) {
        int from = SLACK + 2 * forms[2 * word];
        int to = SLACK + 2 * forms[2 * word + 1];
        return Arrays.equals(folded, from, to, form, 0, form.length);
    }

    String surface(int word) {
        return text.substring(start(word), end(word));
    }

    boolean isSurface(int word, String written) {
        int length = end(word) - start(word);
        return length == written.length()
                && text.regionMatches(start(word), written, 0, written.length());
    }

    boolean isCapital(int word) {
        return (Letters.of(units[bounds[2 * word]]) & Letters.CAPITAL) != 0;
    }

    /** True where nothing but blanks and marks stand between the word and a sentence's end. */
    boolean opensSentence(int word) {
        return (opening[word >>> 6] >>> word & 1) != 0;
    }

    boolean isHan(int word) {
        return hasHan
                && foldedLength(word) > 0
                && foldedUnit(word, 0) >= 0x2E80
                && Codes.isHan(folded(word));
    }

    int quoteMarks() {
        return marks;
    }

    /** Where in the text that quotation mark stands. */
    int quoteMark(int mark) {
        return quotes[mark];
    }

    int stops() {
        return stopped;
    }

    /** Where in the text that stands with which a sentence or line may end. */
    int stop(int number) {
        return stops[number];
    }

    /** The first word that starts at or after that offset; {@link #size()} when there is none. */
    int firstFrom(int offset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** 64 bits of all folded words in their order. */
    long wideHash() {
        long hash = size;
        for (int word = 0; word < size; word++) {
            hash = (hash ^ identities[word]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
