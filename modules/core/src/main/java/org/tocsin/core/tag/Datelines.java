package org.tocsin.core.tag;

import java.util.List;
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

    private static final List<Pattern> OPENINGS = List.of(DATELINE, CITY, AGENCY);

    private Datelines() {}

    /** The sentence holds nothing but city and day. */
    static boolean isAlone(String sentence) {
        return sentence.length() < 60
                && sentence.length() > 5
                && (sentence.charAt(0) == '/' || Character.isUpperCase(sentence.charAt(1)))
                && ALONE.matcher(sentence).matches();
    }

    /** The sentence's first word after its dateline. */
    static int skip(Reading reading, int sentence) {
        Span span = reading.sentences.get(sentence);
        String text = reading.text;
        if (span.end() - span.start() > 8 && mayOpen(text, span)) {
            String opening =
                    text.substring(span.start(), Math.min(span.end(), span.start() + LONGEST));
            for (Pattern pattern : OPENINGS) {
                Matcher matcher = pattern.matcher(opening);
                if (matcher.find()) {
                    return reading.words.firstFrom(span.start() + matcher.end());
                }
            }
        }
        return reading.firstWord(sentence);
    }

    /** Cheap: a capital first, and early a bracket, or a second capital right behind. */
    private static boolean mayOpen(String text, Span span) {
        if (text.charAt(span.start()) == '/') {
            return true;
        }
        if (!Character.isUpperCase(text.charAt(span.start()))) {
            return false;
        }
        if (Character.isUpperCase(text.charAt(span.start() + 1))) {
            return true;
        }
        int limit = Math.min(span.end(), span.start() + LONGEST);
        for (int i = span.start() + 2; i < limit; i++) {
            char letter = text.charAt(i);
            if (letter == '(' || letter == '/') {
                return true;
            }
        }
        return false;
    }
}
