package org.tocsin.core.watch.thread;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.core.text.Words;

/**
 * The numbers that a sentence states: tolls, sums, shares. Years, days of a month and clock times
 * are left out, since an item that is only dated anew says nothing new.
 *
 * <p>A number is told by its value: an editor who writes {@code twelve} for {@code 12} or {@code
 * 3.5 million} for {@code 3,500,000} has changed nothing.
 */
final class Numbers {

    private static final Map<String, Integer> SMALL =
            Map.ofEntries(
                    entry("two", 2),
                    entry("three", 3),
                    entry("four", 4),
                    entry("five", 5),
                    entry("six", 6),
                    entry("seven", 7),
                    entry("eight", 8),
                    entry("nine", 9),
                    entry("ten", 10),
                    entry("eleven", 11),
                    entry("twelve", 12),
                    entry("thirteen", 13),
                    entry("fourteen", 14),
                    entry("fifteen", 15),
                    entry("sixteen", 16),
                    entry("seventeen", 17),
                    entry("eighteen", 18),
                    entry("nineteen", 19),
                    entry("twenty", 20),
                    entry("thirty", 30),
                    entry("forty", 40),
                    entry("fifty", 50),
                    entry("sixty", 60),
                    entry("seventy", 70),
                    entry("eighty", 80),
                    entry("ninety", 90));

    private static final Map<String, Integer> TIMES =
            Map.ofEntries(
                    entry("dozen", 12),
                    entry("hundred", 100),
                    entry("k", 1_000),
                    entry("thousand", 1_000),
                    entry("m", 1_000_000),
                    entry("mn", 1_000_000),
                    entry("million", 1_000_000),
                    entry("bn", 1_000_000_000),
                    entry("billion", 1_000_000_000));

    private static final Set<String> VAGUE =
            Set.of("dozens", "hundreds", "thousands", "millions", "billions");

    /** What makes digits an ordinal, which is a day or a rank, or an hour. */
    private static final Set<String> NO_UNITS = Set.of("st", "nd", "rd", "th", "am", "pm", "h");

    private static final int LONGEST_UNIT = 3;

    private static final Set<String> MONTHS =
            Set.of(
                    ("jan january feb february mar march apr april may jun june jul july aug"
                                    + " august sep sept september oct october nov november dec"
                                    + " december")
                            .split(" "));

    private static final Pattern DATE =
            Pattern.compile("\\b\\p{Nd}{1,4}([-./])\\p{Nd}{1,2}\\1\\p{Nd}{2,4}\\b(?!\\1)");

    /**
     * Of the words that begin no number most are known by their hashes: nothing is folded for them.
     */
    private static final Set<Long> BEGINNINGS =
            Stream.of(SMALL.keySet(), TIMES.keySet(), VAGUE)
                    .flatMap(Set::stream)
                    .map(Words::hash)
                    .collect(Collectors.toUnmodifiableSet());

    /** A bit of 1,024 for each of these: every word is looked up, and most get no farther. */
    private static final long[] FILTER = new long[16];

    static {
        BEGINNINGS.forEach(hash -> FILTER[bit(hash) >> 6] |= 1L << bit(hash));
    }

    private final String sentence;
    private final Words words;
    private final Set<String> found = new TreeSet<>();

    private Numbers(String sentence) {
        this.sentence = mayHoldDate(sentence) ? DATE.matcher(sentence).replaceAll(" ") : sentence;
        this.words = Words.of(this.sentence);
    }

    static Set<String> of(String sentence) {
        var numbers = new Numbers(sentence);
        for (int i = 0; i < numbers.words.size(); i++) {
            i = numbers.readAt(i);
        }
        return numbers.found;
    }

    private static int bit(long hash) {
        return (int) (hash * 0x9e3779b97f4a7c15L >>> 54);
    }

    /** False only where no two marks of a date stand between digits. */
    private static boolean mayHoldDate(String sentence) {
        int marks = 0;
        for (int i = 1; i < sentence.length() - 1; i++) {
            char c = sentence.charAt(i);
            if ((c == '-' || c == '.' || c == '/')
                    && mayBeDigit(sentence.charAt(i - 1))
                    && mayBeDigit(sentence.charAt(i + 1))) {
                marks++;
            }
        }
        return marks > 1;
    }

    /** Of a digit beyond the 16 bits of a unit, either half. */
    private static boolean mayBeDigit(char unit) {
        return Character.isDigit(unit) || Character.isSurrogate(unit);
    }

    /** Reads the number that begins at that word, if one does, and answers its last word. */
    private int readAt(int first) {
        if (mayBeDigit(words.unit(words.start(first))) && unitOf(words.surface(first)) != null) {
            return digitsAt(first);
        }
        long hash = words.hash(first);
        if ((FILTER[bit(hash) >> 6] & 1L << bit(hash)) == 0 || !BEGINNINGS.contains(hash)) {
            return first;
        }
        String word = words.folded(first);
        if (VAGUE.contains(word)) {
            found.add(word);
        } else if (SMALL.containsKey(word)) {
            boolean tens = SMALL.get(word) >= 20 && ones(first + 1) > 0;
            int value = SMALL.get(word) + (tens ? ones(first + 1) : 0);
            return scaled(BigDecimal.valueOf(value), "", tens ? first + 1 : first);
        } else if (word.length() > 2 && TIMES.containsKey(word)) {
            return scaled(BigDecimal.valueOf(TIMES.get(word)), "", first);
        }
        return first;
    }

    private int digitsAt(int first) {
        int last = groupEnd(first);
        return isOfTime(first, last) ? last : scaled(value(first, last), unit(last), last);
    }

    /** The unit of {@code twenty-five}; 0 where there is none. */
    private int ones(int at) {
        String word = at < words.size() ? words.folded(at) : "";
        int value = word.equals("one") ? 1 : SMALL.getOrDefault(word, 0);
        return value < 10 ? value : 0;
    }

    private int scaled(BigDecimal number, String unit, int at) {
        BigDecimal value = number.multiply(BigDecimal.valueOf(TIMES.getOrDefault(unit, 1)));
        int last = at;
        while (last + 1 < words.size()
                && words.start(last + 1) == words.end(last) + 1
                && TIMES.containsKey(words.folded(last + 1))) {
            last++;
            value = value.multiply(BigDecimal.valueOf(TIMES.get(words.folded(last))));
        }
        found.add(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
        return last;
    }

    /** The last word of a number that marks of thousands or decimals part: 1,200 or 3.5. */
    private int groupEnd(int first) {
        int last = first;
        while (unit(last).isEmpty()
                && last + 1 < words.size()
                && words.start(last + 1) == words.end(last) + 1
                && ".,'’٫٬".indexOf(sentence.charAt(words.end(last))) >= 0
                && unitOf(words.surface(last + 1)) != null) {
            last++;
        }
        return last;
    }

    private String unit(int at) {
        String unit = unitOf(words.folded(at));
        return unit == null ? "" : unit;
    }

    /** The letters behind a word's digits, perhaps none; null for a word that is no number. */
    private static String unitOf(String word) {
        int end = 0;
        while (end < word.length() && Character.isDigit(word.codePointAt(end))) {
            end += Character.charCount(word.codePointAt(end));
        }
        String unit = word.substring(end);
        boolean fits =
                end > 0
                        && unit.codePointCount(0, unit.length()) <= LONGEST_UNIT
                        && unit.codePoints().allMatch(Character::isLetter)
                        && !NO_UNITS.contains(unit);
        return fits ? unit : null;
    }

    private boolean isOfTime(int first, int last) {
        boolean month = isMonth(first - 1) || isMonth(last + 1);
        boolean clock = isColon(words.end(last)) || isColon(words.start(first) - 1);
        boolean year = first == last && isYear(words.folded(first));
        return month || clock || year;
    }

    private boolean isMonth(int at) {
        return at >= 0 && at < words.size() && MONTHS.contains(words.folded(at));
    }

    private static boolean isYear(String word) {
        boolean begins = word.startsWith("19") || word.startsWith("20");
        return begins && word.length() == 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private boolean isColon(int at) {
        return at >= 0 && at < sentence.length() && sentence.charAt(at) == ':';
    }

    /** Three digits behind a mark are thousands; a last group of another length is a fraction. */
    private BigDecimal value(int first, int last) {
        var digits = new StringBuilder();
        for (int i = first; i <= last; i++) {
            String group = western(words.surface(i));
            boolean fraction = i > first && i == last && group.length() != 3;
            digits.append(fraction ? "." : "").append(group);
        }
        return new BigDecimal(digits.toString());
    }

    /** The digits, whatever their script. */
    private static String western(String word) {
        var digits = new StringBuilder();
        word.codePoints()
                .filter(Character::isDigit)
                .forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString();
    }
}
