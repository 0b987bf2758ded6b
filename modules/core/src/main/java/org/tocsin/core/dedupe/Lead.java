package org.tocsin.core.dedupe;

import java.util.Arrays;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;

/**
 * Where a body says what is new: its first sentence, or the first that takes up the title where
 * what stands before does not, as invitations to subscribe do.
 *
 * <p>{@code from} and {@code to} count words of the body.
 */
record Lead(int from, int to) {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 40;

    /** Furniture is a few lines; what stands deeper is no lead. */
    private static final int SENTENCES = 8;

    private static final int OPENING = 2_000;

    /** A line of fewer words is a dateline, a byline or a link. */
    private static final int LINE = 6;

    private static final String MARKS = ".!?…؟۔।。！？\"”»)";

    /** {@code body} holds the codes of the words, {@code title} those of the title. */
    static Lead of(Tokens words, short[] body, short[] title) {
        String text = words.text();
        String opening = text.substring(0, Math.min(OPENING, text.length()));
        Lead first = null;
        Span sentence = Sentences.next(opening, 0);
        for (int i = 0; sentence != null && i < SENTENCES; i++) {
            int from = Math.min(words.firstFrom(sentence.start()), body.length);
            int to = Math.min(words.firstFrom(sentence.end()), body.length);
            if (to - from >= LINE && MARKS.indexOf(opening.charAt(sentence.end() - 1)) >= 0) {
                int said = said(title, body, from, to);
                if (first == null) {
                    first = clamped(from, to, body.length);
                    if (said > 0) {
                        // It takes up the title; nothing that follows can be more of a lead.
                        return first;
                    }
                } else if (said >= 2) {
                    return clamped(from, to, body.length);
                }
            }
            sentence = Sentences.next(opening, sentence.end());
        }
        return first != null ? first : clamped(0, LONGEST, body.length);
    }

    private static Lead clamped(int from, int to, int length) {
        int end = Math.max(from + SHORTEST, Math.min(to, from + LONGEST));
        return new Lead(from, Math.min(end, length));
    }

    /** How many words of substance the sentence has in common with the title. */
    private static int said(short[] title, short[] body, int from, int to) {
        int said = 0;
        for (int i = from; i < to; i++) {
            said += Codes.kind(body[i]) != Codes.PLAIN && holds(title, body[i]) ? 1 : 0;
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
