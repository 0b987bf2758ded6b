package org.tocsin.core.tag;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agency's dateline before a story's first sentence ("MOSCOW, Nov 21 (Reuters) - "). */
final class Datelines {

    private static final Pattern DATELINE =
            Pattern.compile(
                    "^[\\p{Lu}][\\p{L}.,/ \\d'-]{1,50}(?:\\([^)]{2,40}\\)|/[^/]{2,40}/)[.:]?\\s*[-–—:]+\\s");

    private Datelines() {}

    /** The sentence's first word after its dateline. */
    static int skip(Reading reading, int sentence) {
        String text = reading.sentences.get(sentence).of(reading.text);
        if (text.length() > 8 && (text.indexOf('(', 2) > 0 || text.indexOf('/', 2) > 0)) {
            Matcher matcher = DATELINE.matcher(text);
            if (matcher.find()) {
                return reading.words.firstFrom(
                        reading.sentences.get(sentence).start() + matcher.end());
            }
        }
        return reading.firstWord(sentence);
    }
}
