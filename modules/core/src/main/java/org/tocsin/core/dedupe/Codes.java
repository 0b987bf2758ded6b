package org.tocsin.core.dedupe;

import static java.util.Locale.ROOT;

import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns words into codes of 16 bits, two for what kind of word it is and 14 of a hash of what it
 * says: forms, spellings and synonyms that editors swap freely have one hash ({@code words.tsv}).
 *
 * <p>Two words that differ share a code once in 16,000: fit for comparing texts already suspected
 * to be alike, not for finding them. None shares the code of a word that is listed there, or the
 * name of a town would now and then be taken for a word of all news.
 */
final class Codes {

    static final int PLAIN = 0;
    static final int CONTENT = 1;
    static final int NAME = 2;
    static final int NUMBER = 3;

    private static final long LOW = 0xFFFFFFFFL;

    /** What dates count, states and the words that all news use; others count 1. */
    private static final double COMMON = 0.5;

    /** What a word tells, by its kind, and behind each what it tells where it is common. */
    private static final double[] TELLING = {0, 0, 1, COMMON, 1.3, COMMON, 0.5, 0.5 * COMMON};

    /** Leads from a hash that is taken to the next. */
    private static final int NEXT = 0x9E3779B9;

    /** By so many holders, what a word's weight is divided by: logarithms are dear. */
    private static final double[] COMMONNESS =
            IntStream.range(0, 1 << 10).mapToDouble(Codes::commonness).toArray();

    private static final Codes SHIPPED =
            new Codes(WordLists.shipped(), FrequentWords.read("frequent.txt"));

    private final WordTable table;
    private final FrequentWords frequent;
    private final StemCodes stems;
    private final IntSet weekdays = new IntSet();

    /** By the hash of what a word says, whether it says little of which story it is told in. */
    private final boolean[] common = new boolean[1 << 14];

    /** The same of names: what they tell is that there is news, not which. */
    private final boolean[] famous = new boolean[1 << 14];

    /**
     * By the hash of what a word says, whether a word is listed under it, and whether a number: a
     * bit each, since half of all words are asked for and the caches are small.
     */
    private final long[] listed = new long[1 << 8];

    private final long[] numbers = new long[1 << 8];

    /** By the hash of a number, which day of a month it may be, and which month it is; else 0. */
    private final byte[] days = new byte[1 << 14];

    private final byte[] months = new byte[1 << 14];

    /** By word, whether it is one that any text may have. */
    private final long[] often = new long[1 << 8];

    /** By word, whether it tells what was done or happened. */
    private final long[] deeds = new long[1 << 8];

    /** By word, a bit for each kind of happening that it may be told of ({@code kin.txt}). */
    private final byte[] kin = new byte[1 << 14];

    /** By code, what it says of the happening; see {@link Specific}. */
    private final float[] specific;

    private Codes(WordTable table, FrequentWords frequent) {
        this.table = table;
        this.frequent = frequent;
        stems = new StemCodes(table);
        for (WordTable.Entry entry : table.entries()) {
            int word = word(code(PLAIN, entry.canonical()));
            add(listed, word(entry.code()));
            if (kind(entry.code()) == NUMBER) {
                add(numbers, word(entry.code()));
            }
            common[word] = isCommon(entry);
            famous[word] = entry.kind().equals("famous");
            if (entry.kind().equals("deed")) {
                add(deeds, word(entry.code()));
            }
            if (entry.kind().equals("date")) {
                weekdays.add(word);
            } else if (entry.kind().equals("month")) {
                months[word] = (byte) Month.valueOf(entry.canonical().toUpperCase(ROOT)).getValue();
            }
        }
        for (int stem : frequent.stems()) {
            add(often, word(besideListed(CONTENT, Hash.mix(stem))));
        }
        for (int year = 1990; year < 2040; year++) {
            common[word(unlisted(NUMBER, String.valueOf(year).hashCode()))] = true;
        }
        // In English these are months only beside a day.
        months[word(code(PLAIN, "may"))] = 5;
        months[word(unlisted(CONTENT, "march".hashCode()))] = 3;
        for (int day = 1; day <= 31; day++) {
            days[word(unlisted(NUMBER, String.valueOf(day).hashCode()))] = (byte) day;
        }
        List<String> lines = WordLists.lines("kin.txt");
        if (lines.size() > Byte.SIZE) {
            throw new IllegalStateException("kin.txt: a deed has room for " + Byte.SIZE + " kinds");
        }
        for (int line = 0; line < lines.size(); line++) {
            for (String deed : lines.get(line).split(" ")) {
                kin[word(code(CONTENT, deed))] |= (byte) (1 << line);
            }
        }
        specific = new Specific(table, this).weights();
    }

    private static boolean isCommon(WordTable.Entry entry) {
        return switch (entry.kind()) {
            case "common", "state", "date", "month" -> true;
            default -> false;
        };
    }

    static Codes shipped() {
        return SHIPPED;
    }

    static int kind(short code) {
        return (code & 0xFFFF) >>> 14;
    }

    static int word(short code) {
        return code & 0x3FFF;
    }

    /** The word's code; {@code name} says that it is written as a name here. */
    short of(Tokens words, int at, boolean name) {
        return (short) (both(words, at) >>> (name ? Short.SIZE : 0));
    }

    /** The word's code, that of a name so written, and flags, as {@link CodeCache} keeps them. */
    long both(Tokens words, int at) {
        int known = table.find(words, at);
        if (known != 0) {
            return table.codes(known) & LOW | (table.isStop(known) ? CodeCache.STOP : 0);
        }
        int length = words.foldedLength(at);
        if (length == 0) {
            // A stretching stroke alone (tatweel) is a letter that says nothing.
            return same(code(PLAIN, ""));
        }
        if (Forms.isNumber(words, at)) {
            return same(unlisted(NUMBER, Forms.numberHash(words, at, length)));
        }
        if (words.isHan(at) && at + 1 < words.size() && words.start(at + 1) == words.end(at)) {
            // One character says little; with its neighbour it is about a word.
            return same(unlisted(CONTENT, (words.folded(at) + words.folded(at + 1)).hashCode()));
        }
        int regular = Forms.regularStemHash(words, at, length);
        int listed = regular == 0 ? 0 : stems.find(regular);
        if (listed != 0) {
            return listed & LOW;
        }
        int stem = Forms.stemHash(words, at, length);
        short name = unlisted(NAME, stem);
        return pair((short) ((length < 3 ? PLAIN : CONTENT) << 14 | word(name)), name);
    }

    /** The code of a word that is the same however it is written. */
    private static long same(short code) {
        return pair(code, code);
    }

    private static long pair(short code, short asName) {
        return (asName << Short.SIZE | code & 0xFFFF) & LOW;
    }

    /**
     * How much two stories have in common that share the word: a name more than another word, a
     * number or a state less, a date or what all news say hardly anything.
     */
    double telling(short code) {
        return TELLING[kind(code) << 1 | (common[word(code)] ? 1 : 0)];
    }

    private static double commonness(int holders) {
        return 1 + Math.log(Math.max(1, holders / 2.0));
    }

    /** A name that is neither a state's nor one that is in all news. */
    boolean isTelling(short code) {
        return telling(code) >= 1 && !famous[word(code)];
    }

    /** A number that is no date. */
    boolean isFigure(short code) {
        return kind(code) == NUMBER && !common[word(code)];
    }

    /** The first day of the week that is named there: the day of what is told; 0 for none. */
    int weekday(short[] codes, int from, int to) {
        for (int i = from; i < Math.min(to, codes.length); i++) {
            if (kind(codes[i]) == NUMBER && weekdays.contains(word(codes[i]))) {
                return codes[i];
            }
        }
        return 0;
    }

    /** Which day of a month the number may be; 0 for none. */
    int day(short code) {
        return kind(code) == NUMBER ? days[word(code)] : 0;
    }

    /** The month that may be named there, 1 to 12; 0 for none. */
    int month(short code) {
        return months[word(code)];
    }

    static short code(int kind, String canonical) {
        return code(kind, canonical.hashCode());
    }

    /** The code of a word of that {@link String#hashCode()} that is none of those listed. */
    short unlisted(int kind, int rawHash) {
        int hash = Hash.mix(rawHash);
        short code = besideListed(kind, hash);
        if (kind == NUMBER || !holds(often, word(code)) || frequent.contains(rawHash)) {
            return code;
        }
        while (holds(listed, hash >>> 18) || holds(often, hash >>> 18)) {
            hash = Hash.mix(hash + NEXT);
        }
        return (short) (kind << 14 | hash >>> 18);
    }

    private short besideListed(int kind, int mixedHash) {
        int hash = mixedHash;
        // "2" is the same number as "two".
        while (holds(listed, hash >>> 18) && !(kind == NUMBER && holds(numbers, hash >>> 18))) {
            hash = Hash.mix(hash + NEXT);
        }
        return (short) (kind << 14 | hash >>> 18);
    }

    /** Whether it is a word that any text may have. */
    boolean isFrequent(int word) {
        return holds(often, word);
    }

    /** Whether it tells what was done or happened, in any of its forms and tongues. */
    boolean isDeed(short code) {
        return holds(deeds, word(code));
    }

    /** Bits for the kinds of happenings that the deed may be told of; none where it is no deed. */
    int kin(short code) {
        return kin[word(code)];
    }

    boolean isFamous(int word) {
        return famous[word];
    }

    boolean isCommon(int word) {
        return common[word];
    }

    /** What it says of the happening that two articles share the word, see {@link Specific}. */
    double specific(short code) {
        return specific[code & 0xFFFF];
    }

    /** The same where so many articles hold the word: the more, the less it says. */
    double specific(short code, int holders) {
        return specific(code)
                / (holders < COMMONNESS.length ? COMMONNESS[holders] : commonness(holders));
    }

    private static void add(long[] words, int word) {
        words[word >>> 6] |= 1L << word;
    }

    private static boolean holds(long[] words, int word) {
        return (words[word >>> 6] >>> word & 1) != 0;
    }

    /** The code of the word of that {@link String#hashCode()}. */
    private static short code(int kind, int rawHash) {
        return (short) (kind << 14 | Hash.mix(rawHash) >>> 18);
    }

    static boolean isHan(String folded) {
        return !folded.isEmpty()
                && folded.charAt(0) >= 0x2E80
                && Character.isIdeographic(folded.codePointAt(0));
    }
}
