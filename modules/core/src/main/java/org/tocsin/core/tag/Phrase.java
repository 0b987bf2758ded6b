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

    /** The form of the first word and the word after the last; null where it does not match. */
    record Match(int end, Form form) {}

    Match at(Words words, int from, int end) {
        Form form = steps.get(0).words().get(words.folded(from));
        if (form == null) {
            return null;
        }
        int to = rest(words, 1, from + 1, end);
        return to < 0 ? null : new Match(to, form);
    }

    private int rest(Words words, int step, int at, int end) {
        if (step == steps.size()) {
            return at;
        }
        Step next = steps.get(step);
        for (int i = at; i <= at + next.gap() && i < end; i++) {
            if (next.words().containsKey(words.folded(i))) {
                int to = rest(words, step + 1, i + 1, end);
                if (to >= 0) {
                    return to;
                }
            }
        }
        return -1;
    }
}
