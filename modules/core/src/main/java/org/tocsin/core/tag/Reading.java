package org.tocsin.core.tag;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;
import org.tocsin.core.text.Words;

/**
 * A field of an article as words and sentences, with the page furniture in it marked. What is asked
 * of words and of what stands between them is worked out once: these questions are the inner loop
 * of tagging.
 */
final class Reading {

    private static final int CAPITAL = 1 << 30;
    private static final int ALL_CAPITALS = 1 << 31;

    final String field;
    final String text;
    final Words words;
    final List<Span> sentences;
    private final int[] codes;

    /** The bits of {@link Between} after each word, and how the word itself is written. */
    private final int[] marks;

    private final boolean[] furniture;

    /**
     * Of each sentence its first word, the first after its dateline, and the one after its last.
     */
    private final int[] firstWords;

    private final int[] openings;
    private final int[] endWords;

    Reading(String field, String text, Vocabulary vocabulary) {
        this.field = field;
        this.text = text;
        words = Words.of(text);
        sentences = Sentences.of(text, words);
        codes = new int[words.size()];
        marks = new int[words.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = vocabulary.of(words.hash(i));
            marks[i] = marksAfter(i) | capitals(i);
        }
        firstWords = new int[sentences.size()];
        openings = new int[sentences.size()];
        endWords = new int[sentences.size()];
        furniture =
                field.equals("text")
                        ? Furniture.in(text, sentences)
                        : new boolean[sentences.size()];
        findSentences();
    }

    /** The same text with its words looked up elsewhere. */
    Reading(Reading other, IntUnaryOperator numbers) {
        field = other.field;
        text = other.text;
        words = other.words;
        sentences = other.sentences;
        marks = other.marks;
        furniture = other.furniture;
        firstWords = other.firstWords;
        openings = other.openings;
        endWords = other.endWords;
        codes = new int[other.codes.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = numbers.applyAsInt(i);
        }
    }

    private int marksAfter(int word) {
        boolean last = word + 1 == words.size();
        int after =
                Between.of(words, words.end(word), last ? text.length() : words.start(word + 1));
        return last ? after & ~Between.JOINED : after;
    }

    private int capitals(int word) {
        int start = words.start(word);
        int end = words.end(word);
        char first = words.unit(start);
        if (first >= 'a' && first <= 'z') {
            return 0;
        }
        boolean upper = false;
        boolean lower = false;
        for (int i = start; i < end && !lower; i++) {
            lower = Character.isLowerCase(words.unit(i));
            upper |= Character.isUpperCase(words.unit(i));
        }
        return (Character.isUpperCase(text.codePointAt(start)) ? CAPITAL : 0)
                | (upper && !lower ? ALL_CAPITALS : 0);
    }

    private void findSentences() {
        int word = 0;
        for (int i = 0; i < firstWords.length; i++) {
            Span span = sentences.get(i);
            word = wordFrom(span.start(), word);
            firstWords[i] = word;
            openings[i] = furniture[i] ? word : wordFrom(Datelines.endOf(text, span), word);
            word = wordFrom(span.end(), word);
            endWords[i] = word;
        }
    }

    private int wordFrom(int offset, int from) {
        int word = from;
        while (word < words.size() && words.start(word) < offset) {
            word++;
        }
        return word;
    }

    boolean isFurniture(int sentence) {
        return furniture[sentence];
    }

    int firstWord(int sentence) {
        return firstWords[sentence];
    }

    /** The sentence's first word after its dateline. */
    int opening(int sentence) {
        return openings[sentence];
    }

    /** The word after the sentence's last one. */
    int endWord(int sentence) {
        return endWords[sentence];
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

    /** {@link NonLatin#isIt} of the folded word, which is seldom made for it. */
    boolean isNonLatin(int word) {
        return words.firstLetter(word) >= 128 && NonLatin.isIt(word(word));
    }

    /** It begins with a digit. */
    boolean isNumber(int word) {
        char first = words.firstLetter(word);
        return first >= '0' && first <= '9';
    }

    boolean is(int word, String folded) {
        int end = words.end(word);
        int at = words.start(word);
        for (int i = 0; at < end; i++, at++) {
            char letter = words.unit(at);
            if (letter >= 128) {
                return words.folded(word).equals(folded);
            }
            if (i >= folded.length() || lower(letter) != folded.charAt(i)) {
                return false;
            }
        }
        return end - words.start(word) == folded.length();
    }

    /** The folded word ends so; most are asked without folding them. */
    boolean endsWith(int word, String ending) {
        int start = words.start(word);
        int at = words.end(word) - 1;
        for (int i = ending.length() - 1; i >= 0; i--, at--) {
            char letter = at < start ? 0 : words.unit(at);
            if (letter >= 128) {
                return words.folded(word).endsWith(ending);
            }
            if (lower(letter) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    /** A comma stands between that word and the next. */
    boolean commaAfter(int word) {
        return hasAfter(word, Between.COMMA);
    }

    /** One of those bits of {@link Between} is true of what follows the word. */
    boolean hasAfter(int word, int any) {
        return (marks[word] & any) != 0;
    }

    /** Nothing but white space stands between that word and the next. */
    boolean blankAfter(int word) {
        return !hasAfter(word, Between.MARK);
    }

    /** A hyphen, and nothing else, joins that word and the next. */
    boolean hyphenAfter(int word) {
        return hasAfter(word, Between.JOINED);
    }

    boolean isCapital(int word) {
        return (marks[word] & CAPITAL) != 0;
    }

    boolean isAllCapitals(int word) {
        return (marks[word] & ALL_CAPITALS) != 0;
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
