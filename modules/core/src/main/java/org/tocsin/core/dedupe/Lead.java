package org.tocsin.core.dedupe;

import java.util.Arrays;
import java.util.List;
import org.tocsin.core.text.Span;

/**
 * Where a body says what is new: its first sentence, or the first that takes up the title where
 * what stands before does not, as invitations to subscribe do. The title again is no lead, nor is
 * the caption of a photo.
 *
 * <p>{@code from} and {@code to} count words of the body.
 */
record Lead(int from, int to) {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 40;

    /** Behind so many sentences stands no lead; lines without a full stop are not counted. */
    private static final int SENTENCES = 8;

    private static final int OPENING = 2_000;

    /** A line of fewer words is a dateline, a byline or a link. */
    private static final int LINE = 6;

    /** Words that may stand behind a title that is repeated. */
    private static final int REPEATED = 2;

    /** A longer line is the whole text. */
    private static final int CAPTION = 80;

    private static final int PHOTO = Codes.word(Codes.code(Codes.CONTENT, "photo"));

    /** A photo is signed by one of these, behind or before a stroke. */
    private static final List<String> AGENCIES = List.of("AFP", "EPA", "REUTERS", "Getty");

    private static final String MARKS = ".!?…؟۔।。！？\"”»)";

    /** {@code body} holds the codes of the words, {@code title} those of the title. */
    static Lead of(Tokens words, short[] body, short[] title) {
        String text = words.text();
        String opening = unwrapped(text.substring(0, Math.min(OPENING, text.length())));
        Lead first = null;
        var walk = new SentenceWalk(words, opening);
        var titled = new Sieve(title);
        Span sentence = walk.next();
        int sentences = 0;
        while (sentence != null && sentences < SENTENCES) {
            int from = Math.min(words.firstFrom(sentence.start()), body.length);
            int to = Math.min(words.firstFrom(sentence.end()), body.length);
            boolean whole =
                    to - from >= LINE && MARKS.indexOf(opening.charAt(sentence.end() - 1)) >= 0;
            sentences += whole ? 1 : 0;
            if (whole && !isTitle(title, titled, body, from, to)) {
                int said = said(title, titled, body, from, to);
                boolean better = first == null || said >= 2;
                if (better && !isCaption(words, opening, sentence, body)) {
                    Lead lead = clamped(from, to, body.length);
                    if (said > 0) {
                        // It takes up the title; nothing that follows can be more of a lead.
                        return lead;
                    }
                    first = lead;
                }
            }
            sentence = walk.next();
        }
        return first != null ? first : clamped(0, LONGEST, body.length);
    }

    private static Lead clamped(int from, int to, int length) {
        int end = Math.max(from + SHORTEST, Math.min(to, from + LONGEST));
        return new Lead(from, Math.min(end, length));
    }

    /** Old wires break their lines within sentences: then a line goes on in small letters. */
    private static String unwrapped(String text) {
        char[] joined = null;
        for (int from = 0, to; from < text.length(); from = to + 1) {
            to = text.indexOf("\n\n", from);
            to = to < 0 ? text.length() : to + 1;
            if (goesOnInSmall(text, from, to)) {
                joined = joined == null ? text.toCharArray() : joined;
                for (int i = from; i < to - 1; i++) {
                    joined[i] = joined[i] == '\n' ? ' ' : joined[i];
                }
            }
        }
        return joined == null ? text : new String(joined);
    }

    private static boolean goesOnInSmall(String text, int from, int to) {
        int line = text.indexOf('\n', from);
        while (line >= 0 && line + 1 < to) {
            if (line > from
                    && Character.isLowerCase(text.charAt(line + 1))
                    && MARKS.indexOf(text.charAt(line - 1)) < 0) {
                return true;
            }
            line = text.indexOf('\n', line + 1);
        }
        return false;
    }

    /** The title once more, at the top of the page. */
    private static boolean isTitle(short[] title, Sieve titled, short[] body, int from, int to) {
        if (to - from > title.length + REPEATED) {
            return false;
        }
        int substance = 0;
        for (int i = from; i < to; i++) {
            substance += Codes.kind(body[i]) != Codes.PLAIN ? 1 : 0;
        }
        return said(title, titled, body, from, to) == substance;
    }

    /** A line that speaks of its photo is not what the article has to say. */
    private static boolean isCaption(Tokens words, String text, Span sentence, short[] body) {
        int start = text.lastIndexOf('\n', sentence.start()) + 1;
        int end = text.indexOf('\n', sentence.end());
        end = end < 0 ? text.length() : end;
        int from = words.firstFrom(start);
        int to = from;
        while (to < body.length && words.start(to) < end) {
            if (++to - from > CAPTION) {
                return false;
            }
        }
        for (int i = from; i < to; i++) {
            if (Codes.word(body[i]) == PHOTO) {
                return true;
            }
        }
        return isSigned(words.units, text, start, end);
    }

    /** Says who stands on the left, or whose the photo is. */
    private static boolean isSigned(char[] units, String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = units[at];
            if (c == '(' && at + 2 < to && isSide(text, at) || c == '/' && isByAgency(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSide(String text, int at) {
        return text.charAt(at + 2) == ')' && "LRC".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static boolean isByAgency(String text, int at) {
        for (String agency : AGENCIES) {
            if (text.startsWith(agency, at + 1) || text.startsWith(agency, at - agency.length())) {
                return true;
            }
        }
        return false;
    }

    /** How many words of substance the sentence has in common with the title. */
    private static int said(short[] title, Sieve titled, short[] body, int from, int to) {
        int said = 0;
        for (int i = from; i < to; i++) {
            said +=
                    titled.mayHold(body[i])
                                    && Codes.kind(body[i]) != Codes.PLAIN
                                    && holds(title, body[i])
                            ? 1
                            : 0;
        }
        return said;
    }

    private static boolean holds(short[] title, short word) {
        for (short code : title) {
            if (Codes.word(code) == Codes.word(word) && Codes.kind(code) != Codes.PLAIN) {
                return true;
            }
        }
        return false;
    }

    short[] codes(short[] body) {
        return Arrays.copyOfRange(body, from, to);
    }
}
