package org.tocsin.core.dedupe;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The words that are known, found by the hash that {@link Tokens} has of each word of a text: about
 * half of all words are, and no string is made to ask. A word is its number from 1 on; all that is
 * asked of it stands in arrays.
 */
final class WordTable {

    /** A form of a known word, folded: its kind, what it is told as, and the codes it has. */
    record Entry(String form, String kind, String canonical, short code, short asName) {

        static Entry of(String form, String kind, String canonical) {
            return switch (kind) {
                case "stop" -> same(form, kind, canonical, Codes.code(Codes.PLAIN, form));
                case "date", "month", "number" ->
                        same(form, kind, canonical, Codes.code(Codes.NUMBER, canonical));
                default ->
                        new Entry(
                                form,
                                kind,
                                canonical,
                                Codes.code(Codes.CONTENT, canonical),
                                Codes.code(Codes.NAME, canonical));
            };
        }

        private static Entry same(String form, String kind, String canonical, short code) {
            return new Entry(form, kind, canonical, code, code);
        }
    }

    private final List<Entry> entries;

    /** Most words are none of the forms, and that is soon seen. */
    private final HashFilter filter = new HashFilter();

    /** By slot, the hashes of the forms. */
    private final int[] hashes;

    /** By slot, the word's number, 0 in a free one. */
    private final short[] numbers;

    // By number: the form in units of two bytes, its first and last four units, and the codes.
    private final byte[][] forms;
    private final long[] heads;
    private final long[] tails;
    private final int[] codes;
    private final boolean[] stops;

    WordTable(List<Entry> entries) {
        this.entries = entries;
        hashes = new int[Integer.highestOneBit(entries.size()) * 8];
        numbers = new short[hashes.length];
        forms = new byte[entries.size() + 1][];
        heads = new long[forms.length];
        tails = new long[forms.length];
        codes = new int[forms.length];
        stops = new boolean[forms.length];
        for (int number = 1; number < forms.length; number++) {
            Entry entry = entries.get(number - 1);
            forms[number] = entry.form.getBytes(StandardCharsets.UTF_16LE);
            Tokens alone = Tokens.of(entry.form);
            heads[number] = alone.head(0) & first(entry.form.length());
            tails[number] = alone.tail(0) & last(entry.form.length());
            codes[number] = entry.asName << 16 | entry.code & 0xFFFF;
            stops[number] = entry.kind.equals("stop");
            put(entry.form.hashCode(), number);
        }
    }

    private void put(int hash, int number) {
        int slot = home(hash);
        while (numbers[slot] != 0) {
            slot = slot + 1 & hashes.length - 1;
        }
        numbers[slot] = (short) number;
        hashes[slot] = hash;
        filter.add(hash);
    }

    List<Entry> entries() {
        return entries;
    }

    /** The number of that word; 0 where it is not known. */
    int find(Tokens words, int at) {
        int hash = words.rawHash(at);
        if (!filter.mayHold(hash)) {
            return 0;
        }
        for (int slot = home(hash); ; slot = slot + 1 & hashes.length - 1) {
            int other = hashes[slot];
            if (other == 0) {
                return 0;
            }
            if (other == hash && isForm(words, at, numbers[slot])) {
                return numbers[slot];
            }
        }
    }

    /** Up to eight units are compared four at a time. */
    private boolean isForm(Tokens words, int at, int number) {
        int length = forms[number].length / 2;
        if (length != words.foldedLength(at)) {
            return false;
        }
        boolean edges =
                ((words.head(at) ^ heads[number]) & first(length)) == 0
                        && ((words.tail(at) ^ tails[number]) & last(length)) == 0;
        return edges && (length <= 8 || words.isFolded(at, forms[number]));
    }

    /** The bits of so many units, at most four, from the lowest on. */
    private static long first(int units) {
        return FIRST[Math.min(4, units)];
    }

    private static long last(int units) {
        return ~FIRST[4 - Math.min(4, units)];
    }

    private static final long[] FIRST = {0, 0xFFFFL, 0xFFFFFFFFL, 0xFFFFFFFFFFFFL, -1};

    boolean isStop(int number) {
        return stops[number];
    }

    /** The codes of a word with that number: as a name in the upper half. */
    int codes(int number) {
        return codes[number];
    }

    private int home(int rawHash) {
        return (rawHash ^ rawHash >>> 15) & hashes.length - 1;
    }
}
