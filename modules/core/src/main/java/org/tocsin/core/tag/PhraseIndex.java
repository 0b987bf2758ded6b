package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.text.Words;

/** Finds, at any word, the phrases that start there and what they stand for. */
final class PhraseIndex<T> {

    record Hit<T>(T meaning, int from, int to, Form form, long words) {

        /** Some word belongs to both phrases. */
        boolean shares(Hit<?> other) {
            int shift = other.from - from;
            return Math.abs(shift) < Long.SIZE
                    && (shift >= 0
                            ? (words >>> shift & other.words) != 0
                            : (other.words >>> -shift & words) != 0);
        }
    }

    private record Entry<T>(Phrase phrase, T meaning) {}

    private final Map<String, List<Entry<T>>> byFirstWord = new HashMap<>();

    void add(Phrase phrase, T meaning) {
        for (String word : phrase.steps().get(0).words().keySet()) {
            byFirstWord
                    .computeIfAbsent(word, w -> new ArrayList<>())
                    .add(new Entry<>(phrase, meaning));
        }
    }

    List<Hit<T>> in(Words words, int from, int end) {
        var hits = new ArrayList<Hit<T>>();
        for (int i = from; i < end; i++) {
            List<Entry<T>> entries = byFirstWord.get(words.folded(i));
            if (entries == null) {
                continue;
            }
            for (Entry<T> entry : entries) {
                Phrase.Match match = entry.phrase().at(words, i, end);
                if (match != null) {
                    hits.add(
                            new Hit<>(
                                    entry.meaning(), i, match.end(), match.form(), match.words()));
                }
            }
        }
        return hits;
    }
}
