package org.tocsin.core.dedupe;

import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;

/**
 * The sentences of a text whose words have been read, one after the other: those of {@link
 * Sentences}, without a look at each unit of the text once more.
 */
final class SentenceWalk {

    private final Tokens words;
    private final String text;
    private int stop;
    private int from;

    /** {@code text} is the text that was read, or the beginning of it. */
    SentenceWalk(Tokens words, String text) {
        this.words = words;
        this.text = text;
    }

    /** The next sentence; null when there is none. */
    Span next() {
        while (stop < words.stops() && words.stop(stop) < text.length()) {
            int at = words.stop(stop++);
            // One that closes a sentence with others may lie behind already.
            int end = at < from ? -1 : Sentences.endAt(text, at);
            if (end >= 0) {
                Span sentence = Sentences.stripped(text, from, end);
                from = Math.max(end, at + 1);
                if (sentence != null) {
                    return sentence;
                }
            }
        }
        Span last = Sentences.stripped(text, from, text.length());
        from = text.length();
        return last;
    }
}
