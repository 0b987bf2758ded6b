package org.tocsin.core.tag;

import java.util.List;
import java.util.Map;
import org.tocsin.core.text.Words;

/**
 * A pattern over folded words: each step is a choice of words, with up to {@code gap} other words
 * before it.
 */
record Phrase(List<Step> steps) {

    record Step(Map<String, Form> words, int gap) {}

    /**
     * The word after the last, the form of the first, and which words after the first belong to the
     * phrase, as bits: those in its gaps do not.
     */
    record Match(int end, Form form, long words) {}

    /** Matches from that word on; null where it does not. */
    Match at(Words words, int from, int end) {
        Form form = steps.get(0).words().get(words.folded(from));
        return form == null ? null : rest(words, 1, from, from + 1, end, form, 1);
    }

    private Match rest(Words words, int step, int from, int at, int end, Form form, long bits) {
        if (step == steps.size()) {
            return new Match(at, form, bits);
        }
        Step next = steps.get(step);
        for (int i = at; i <= at + next.gap() && i < end; i++) {
            if (next.words().containsKey(words.folded(i))) {
                Match match = rest(words, step + 1, from, i + 1, end, form, bits | 1L << i - from);
                if (match != null) {
                    return match;
                }
            }
        }
        return null;
    }
}
