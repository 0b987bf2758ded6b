package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;
import org.tocsin.core.text.Words;

/** A field of an article with its words by place and its sentences. */
final class FieldText {

    final String name;
    final Words words;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final List<Span> sentences;

    private FieldText(String name, String text, List<Span> sentences) {
        this.name = name;
        this.words = Words.of(text);
        this.sentences = sentences;
        for (int i = 0; i < words.size(); i++) {
            places.computeIfAbsent(words.folded(i), word -> new ArrayList<>(2)).add(i);
        }
    }

    /** A title is one sentence, whatever stops it holds. */
    static FieldText title(String text) {
        return new FieldText(
                "title", text, text.isBlank() ? List.of() : List.of(new Span(0, text.length())));
    }

    static FieldText text(String text) {
        return new FieldText("text", text, Sentences.of(text));
    }

    /** The places of that folded word, rising; empty when it does not occur. */
    List<Integer> places(String folded) {
        return places.getOrDefault(folded, List.of());
    }

    Set<String> vocabulary() {
        return places.keySet();
    }

    int sentenceCount() {
        return sentences.size();
    }

    int sentenceAt(int offset) {
        return Sentences.indexAt(sentences, offset);
    }

    Hit hit(int firstWord, int lastWord) {
        return new Hit(name, words.start(firstWord), words.end(lastWord), null);
    }
}
