package org.tocsin.core.tag;

import java.util.List;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;
import org.tocsin.core.text.Words;

/** A field of an article as words and sentences, with the page furniture in it marked. */
final class Reading {

    final String field;
    final String text;
    final Words words;
    final List<Span> sentences;
    private final boolean[] furniture;

    Reading(String field, String text) {
        this.field = field;
        this.text = text;
        words = Words.of(text);
        sentences = Sentences.of(text);
        furniture =
                field.equals("text")
                        ? Furniture.in(text, sentences)
                        : new boolean[sentences.size()];
    }

    boolean isFurniture(int sentence) {
        return furniture[sentence];
    }

    int firstWord(int sentence) {
        return words.firstFrom(sentences.get(sentence).start());
    }

    /** The word after the sentence's last one. */
    int endWord(int sentence) {
        return words.firstFrom(sentences.get(sentence).end());
    }

    /** What stands between a word and the next one. */
    String between(int word, int next) {
        return text.substring(words.end(word), words.start(next));
    }

    boolean isCapital(int word) {
        return Character.isUpperCase(text.codePointAt(words.start(word)));
    }

    boolean isAllCapitals(int word) {
        String surface = words.surface(word);
        return surface.chars().noneMatch(Character::isLowerCase)
                && surface.chars().anyMatch(Character::isUpperCase);
    }

    /** Headlines Written Like This: their capitals say nothing. */
    boolean isTitleCase(int from, int end) {
        int long_ = 0;
        int capitals = 0;
        for (int i = from; i < end; i++) {
            if (words.end(i) - words.start(i) > 3) {
                long_++;
                capitals += isCapital(i) ? 1 : 0;
            }
        }
        return long_ >= 4 && capitals * 10 >= long_ * 8;
    }
}
