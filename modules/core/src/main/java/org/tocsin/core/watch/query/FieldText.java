package org.tocsin.core.watch.query;

import java.util.List;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;

/** A field of an article as the hashes of its folded words, with their places and sentences. */
public final class FieldText {

    final String name;
    final String text;
    private final boolean oneSentence;
    private HashedWords words;
    private List<Span> sentences;

    private FieldText(String name, String text, boolean oneSentence) {
        this.name = name;
        this.text = text;
        this.oneSentence = oneSentence;
    }

    /** A title is one sentence, whatever stops it holds. */
    static FieldText title(String text) {
        return new FieldText("title", text, true);
    }

    static FieldText text(String text) {
        return new FieldText("text", text, false);
    }

    /** Its words where they were asked for before, else as they are read into {@code scratch}. */
    public HashedWords words(HashedWords scratch) {
        return words != null ? words : scratch.read(text);
    }

    /** Cut when first asked for: most articles are asked for words that stay nowhere. */
    private HashedWords words() {
        if (words == null) {
            words = new HashedWords().read(text);
        }
        return words;
    }

    int size() {
        return words().size();
    }

    long hash(int word) {
        return words().hashes()[word];
    }

    String folded(int word) {
        return words().folded(word);
    }

    boolean beginsWith(int word, String beginning) {
        return words().beginsWith(word, beginning);
    }

    /** The first place of the word from that one on; -1 when there is none. */
    int next(long hash, int from) {
        long[] hashes = words().hashes();
        for (int i = from; i < words.size(); i++) {
            if (hashes[i] == hash) {
                return i;
            }
        }
        return -1;
    }

    /** The first word that starts at or after that offset; {@link #size()} when there is none. */
    int firstFrom(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (words().start(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int sentenceCount() {
        return sentences().size();
    }

    int sentenceAt(int offset) {
        return Sentences.indexAt(sentences(), offset);
    }

    Hit hit(int firstWord, int lastWord) {
        return new Hit(name, words().start(firstWord), words().end(lastWord), null);
    }

    List<Span> sentences() {
        if (sentences == null) {
            boolean whole = oneSentence && !text.isBlank();
            sentences =
                    whole
                            ? List.of(new Span(0, text.length()))
                            : oneSentence ? List.of() : Sentences.of(text);
        }
        return sentences;
    }
}
