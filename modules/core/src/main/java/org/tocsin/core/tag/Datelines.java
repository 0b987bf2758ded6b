package org.tocsin.core.tag;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.core.text.Span;

/** The agency's dateline before a story's first sentence ("MOSCOW, Nov 21 (Reuters) - "). */
final class Datelines {

    private static final int LONGEST = 100;

    private static final Pattern DATELINE =
            Pattern.compile(
                    "^[\\p{Lu}][\\p{L}.,/ \\d'-]{1,50}(?:\\([^)]{2,40}\\)|/[^/]{2,40}/)[.:]?\\s*[-–—:]+\\s");

    /** "GENEVA - The envoy", "KYIV, Ukraine: Rockets": a city in capitals and a dash. */
    private static final Pattern CITY =
            Pattern.compile(
                    "^\\p{Lu}[\\p{Lu} .'/-]{2,30}(?:, [\\p{L}\\d ,.]{2,30})?(?:\\s+[-–—]+|:)\\s");

    /** "MOSCOW, November 17." before "/TASS/.": a sentence to itself. */
    private static final Pattern ALONE =
            Pattern.compile(
                    "^\\p{Lu}[\\p{Lu} .'-]{2,30}, (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9})\\.?(?: /[^/]{2,40}/\\.?)?$|^/[^/]{2,40}/\\.?$");

    private static final Pattern AGENCY = Pattern.compile("^/[^/]{2,40}/\\.?\\s+");

    private Datelines() {}

    /** The sentence holds nothing but city and day. */
    static boolean isAlone(String text, Span sentence) {
        int length = sentence.end() - sentence.start();
        return length < 60
                && length > 5
                && (text.charAt(sentence.start()) == '/'
                        || Character.isUpperCase(text.charAt(sentence.start() + 1)))
                && ALONE.matcher(sentence.of(text)).matches();
    }

    /** Where the sentence's own words begin, after its dateline. */
    static int endOf(String text, Span sentence) {
        int start = sentence.start();
        if (sentence.end() - start <= 8) {
            return start;
        }
        int limit = Math.min(sentence.end(), start + LONGEST);
        if (text.charAt(start) == '/') {
            return endOf(text, start, limit, AGENCY);
        }
        if (!Character.isUpperCase(text.charAt(start))) {
            return start;
        }
        boolean shouts = Character.isUpperCase(text.charAt(start + 1));
        int bracket = firstBracket(text, start + 2, limit);
        if (!shouts && bracket < 0 || !hasDash(text, start, limit)) {
            return start;
        }
        return bracket < 0
                ? endOf(text, start, limit, CITY)
                : endOf(text, start, limit, DATELINE, CITY);
    }

    private static int endOf(String text, int start, int limit, Pattern... patterns) {
        String opening = text.substring(start, limit);
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(opening);
            if (matcher.find()) {
                return start + matcher.end();
            }
        }
        return start;
    }

    private static int firstBracket(String text, int from, int limit) {
        for (int i = from; i < limit; i++) {
            char letter = text.charAt(i);
            if (letter == '(' || letter == '/') {
                return i;
            }
        }
        return -1;
    }

    /** What every dateline ends with: a dash or a colon, and a blank. */
    private static boolean hasDash(String text, int from, int limit) {
        for (int i = from + 1; i + 1 < limit; i++) {
            if ("-–—:".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) <= ' ') {
                return true;
            }
        }
        return false;
    }
}
