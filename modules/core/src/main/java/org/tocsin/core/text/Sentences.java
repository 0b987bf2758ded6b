package org.tocsin.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a text into sentences by rule.
 *
 * <p>A line break ends a sentence. A full stop does unless it belongs to an abbreviation ({@code
 * Gen.}), an initial ({@code J. Smith}, {@code U.S.}), a number ({@code 3.5}) or is followed by a
 * small letter; {@code ! ?} and their Arabic, Devanagari and CJK fellows always do. Closing quotes
 * and brackets stay with the sentence they close. Spans carry no white space at either end and are
 * never empty.
 */
public final class Sentences {

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "lt", "col", "maj", "capt", "sgt",
                    "cmdr", "adm", "brig", "sen", "rep", "gov", "pres", "sec", "amb", "hon", "rev",
                    "jr", "sr", "vs", "no", "nos", "dept", "est", "approx", "jan", "feb", "mar",
                    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "messrs", "mme",
                    "fig", "art", "eg", "ie", "cf", "al", "ret", "supt", "insp", "cpl", "pvt", "г",
                    "гг", "ул", "им", "тыс", "млн", "млрд", "т", "д", "п", "hz", "sn", "ee", "ff",
                    "sra", "srta", "mlle", "nr");

    /** No abbreviation has more letters. */
    private static final int LONGEST = 6;

    private Sentences() {}

    public static List<Span> of(String text) {
        var sentences = new ArrayList<Span>();
        for (Span next = next(text, 0); next != null; next = next(text, next.end())) {
            sentences.add(next);
        }
        return sentences;
    }

    /**
     * The same where the words are known: no sentence ends within one, so that only what stands
     * between them is read.
     */
    public static List<Span> of(String text, Words words) {
        var sentences = new ArrayList<Span>();
        int start = 0;
        int gap = 0;
        for (int word = 0; word <= words.size(); word++) {
            int gapEnd = word < words.size() ? words.start(word) : text.length();
            if (gapEnd - gap != 1 || text.charAt(gap) != ' ') {
                start = addAllIn(text, gap, gapEnd, start, sentences);
            }
            gap = word < words.size() ? words.end(word) : gapEnd;
        }
        add(stripped(text, start, text.length()), sentences);
        return sentences;
    }

    /** Adds those that end from {@code from} up to {@code to}; where the next one starts. */
    private static int addAllIn(String text, int from, int to, int openedAt, List<Span> sentences) {
        int start = openedAt;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int end = isInside(c) ? -1 : endAt(text, i, c);
            if (end >= 0) {
                add(stripped(text, start, isLineBreak(c) ? i : end), sentences);
                start = end;
                i = end - 1;
            }
        }
        return start;
    }

    private static void add(Span sentence, List<Span> sentences) {
        if (sentence != null) {
            sentences.add(sentence);
        }
    }

    /** Where the next sentence starts if one ends with that letter, else -1. */
    private static int endAt(String text, int at, char c) {
        if (isLineBreak(c)) {
            return at + 1;
        }
        return endsSentence(text, at) ? withClosers(text, at + 1) : -1;
    }

    /**
     * The first sentence at or after that offset, which is 0 or the end of a sentence; null when
     * there is none.
     */
    public static Span next(String text, int from) {
        int start = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = isInside(c) ? -1 : endAt(text, i, c);
            if (end >= 0) {
                Span sentence = stripped(text, start, isLineBreak(c) ? i : end);
                if (sentence != null) {
                    return sentence;
                }
                start = end;
                i = end - 1;
            }
        }
        return stripped(text, start, text.length());
    }

    /** The index of the sentence that holds the offset, or of the one before it. */
    public static int indexAt(List<Span> sentences, int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sentences.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Nearly all of a text; looked at first, since each of its characters is. */
    private static boolean isInside(char c) {
        return c >= ' ' && c < 0x7f && c != '.' && c != '!' && c != '?';
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    /**
     * Whether a sentence or line may end with that; no other unit is asked about its surroundings.
     */
    public static boolean mayEndWith(char c) {
        return isLineBreak(c) || ".!?؟۔।…。！？".indexOf(c) >= 0;
    }

    /**
     * Where the sentence or line ends that may end with that unit, closing quotes and brackets
     * included; -1 where it goes on. For those who know already where such units stand.
     */
    public static int endAt(String text, int at) {
        if (isLineBreak(text.charAt(at))) {
            return at;
        }
        return endsSentence(text, at) ? withClosers(text, at + 1) : -1;
    }

    private static boolean endsSentence(String text, int at) {
        return switch (text.charAt(at)) {
            case '!', '?', '؟', '۔', '।', '…' -> !continues(text, at + 1);
            case '。', '！', '？' -> true;
            case '.' -> !continues(text, at + 1) && !isAbbreviation(text, at);
            default -> false;
        };
    }

    /** True where what follows shows that the sentence goes on: no space, or a small letter. */
    private static boolean continues(String text, int from) {
        int i = withClosers(text, from);
        if (i >= text.length() || isLineBreak(text.charAt(i))) {
            return false;
        }
        if (!Character.isWhitespace(text.charAt(i))) {
            return true;
        }
        while (i < text.length()
                && !isLineBreak(text.charAt(i))
                && !Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i < text.length() && Character.isLowerCase(text.codePointAt(i));
    }

    private static int withClosers(String text, int from) {
        int i = from;
        while (i < text.length() && "\"'”’»)]}.!?。」』".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean isAbbreviation(String text, int stop) {
        int start = stop;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        int length = stop - start;
        if (length == 0 || length > LONGEST || withClosers(text, stop + 1) >= text.length()) {
            return false;
        }
        String word = text.substring(start, stop);
        boolean initial = length == 1 && Character.isUpperCase(word.charAt(0));
        if (initial && start > 1 && text.charAt(start - 1) == '.') {
            // "in the U.S. The army" ends a sentence, "the U.S. Army" does not: only a word that
            // commonly opens a sentence parts them.
            return !opensSentence(text, stop + 1);
        }
        return initial || ABBREVIATIONS.contains(Fold.fold(word));
    }

    private static boolean opensSentence(String text, int from) {
        int start = from;
        while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return OPENERS.contains(text.substring(start, end));
    }

    private static final Set<String> OPENERS =
            Set.of(
                    "The",
                    "A",
                    "An",
                    "In",
                    "On",
                    "At",
                    "But",
                    "And",
                    "He",
                    "She",
                    "It",
                    "They",
                    "We",
                    "This",
                    "That",
                    "These",
                    "Those",
                    "There",
                    "His",
                    "Her",
                    "Their",
                    "Its",
                    "However",
                    "Meanwhile",
                    "Earlier",
                    "Later",
                    "After",
                    "Before",
                    "When",
                    "While",
                    "If",
                    "As",
                    "For",
                    "To",
                    "No",
                    "Some",
                    "Many",
                    "Both",
                    "I",
                    "You",
                    "Who",
                    "What",
                    "Also");

    /** The span without blanks at its ends; null where nothing else is in it. */
    public static Span stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return start < end ? new Span(start, end) : null;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff' || c == '\u200b';
    }
}
