package org.tocsin.core.tag;

import java.util.List;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;
import org.tocsin.core.text.Words;

/**
 * A field of an article as words and sentences, with the page furniture in it marked. What stands
 * between words is asked for character by character: these questions are the inner loop of tagging.
 */
final class Reading {

    final String field;
    final String text;
    final Words words;
    final List<Span> sentences;
    private final int[] codes;
    private final boolean[] furniture;

    Reading(String field, String text, Vocabulary vocabulary) {
        this.field = field;
        this.text = text;
        words = Words.of(text);
        sentences = Sentences.of(text);
        codes = new int[words.size()];
        for (int i = 0; i < codes.length; i++) {
            int ascii = vocabulary.ofAscii(text, words.start(i), words.end(i));
            codes[i] = ascii >= 0 ? ascii : vocabulary.of(words.folded(i));
        }
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

    /** The word's number in the vocabulary of the rules. */
    int code(int word) {
        return codes[word];
    }

    boolean is(int word, WordSet set) {
        return set.has(codes[word]);
    }

    String word(int word) {
        return words.folded(word);
    }

    boolean is(int word, String folded) {
        return words.folded(word).equals(folded);
    }

    /** A comma stands between that word and the next. */
    boolean commaAfter(int word) {
        return hasAfter(word, ",،、");
    }

    /** One of those characters stands between that word and the next. */
    boolean hasAfter(int word, String any) {
        int end = afterEnd(word);
        int start = words.end(word);
        if (end - start == 1 && text.charAt(start) == ' ') {
            return any.indexOf(' ') >= 0;
        }
        for (int i = start; i < end; i++) {
            if (any.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Nothing but white space stands between that word and the next. */
    boolean blankAfter(int word) {
        int end = afterEnd(word);
        for (int i = words.end(word); i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A hyphen, and nothing else, joins that word and the next. */
    boolean hyphenAfter(int word) {
        int at = words.end(word);
        return word + 1 < words.size()
                && words.start(word + 1) == at + 1
                && (text.charAt(at) == '-' || text.charAt(at) == '‑');
    }

    /** What stands between a word and the next one: for the few that need it whole. */
    String between(int word, int next) {
        return text.substring(words.end(word), words.start(next));
    }

    private int afterEnd(int word) {
        return word + 1 < words.size() ? words.start(word + 1) : text.length();
    }

    boolean isCapital(int word) {
        return Character.isUpperCase(text.codePointAt(words.start(word)));
    }

    boolean isAllCapitals(int word) {
        boolean upper = false;
        for (int i = words.start(word); i < words.end(word); i++) {
            char letter = text.charAt(i);
            if (Character.isLowerCase(letter)) {
                return false;
            }
            upper |= Character.isUpperCase(letter);
        }
        return upper;
    }

    /** Headlines Written Like This: their capitals say nothing. */
    boolean isTitleCase(int from, int end) {
        int longer = 0;
        int capitals = 0;
        for (int i = from; i < end; i++) {
            if (words.end(i) - words.start(i) > 3) {
                longer++;
                capitals += isCapital(i) ? 1 : 0;
            }
        }
        return longer >= 4 && capitals * 10 >= longer * 8;
    }
}
