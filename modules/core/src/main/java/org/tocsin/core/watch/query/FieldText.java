package org.tocsin.core.watch.query;

import java.util.List;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;

/** A field of an article as the hashes of its folded words, with their places and sentences. */
public final class FieldText {

    final String name;
    final String text;
    private final boolean oneSentence;
    private final HashedWords words;
    private List<Span> sentences;

    private FieldText(String name, String text, boolean oneSentence) {
        this.name = name;
        this.text = text;
        this.oneSentence = oneSentence;
        this.words = new HashedWords(text);
    }

    /** A title is one sentence, whatever stops it holds. */
    static FieldText title(String text) {
        return new FieldText("title", text, true);
    }

    static FieldText text(String text) {
        return new FieldText("text", text, false);
    }

    public int size() {
        return words.size();
    }

    /** By word, as {@link Term.Kind#WORD} hashes the folded word; longer than {@link #size}. */
    public long[] hashes() {
        return words.hashes();
    }

    long hash(int word) {
        return words.hashes()[word];
    }

    public String folded(int word) {
        return Fold.fold(text.substring(words.start(word), words.end(word)));
    }

    boolean beginsWith(int word, String beginning) {
        char first = words.unit(words.start(word));
        return (first >= 128 || Character.toLowerCase(first) == beginning.charAt(0))
                && folded(word).startsWith(beginning);
    }

    /** False only where no word that begins with those two ASCII characters is at that place. */
    public boolean mayBeginWith(int word, long[] pairs) {
        int start = words.start(word);
        char first = words.unit(start);
        if (words.end(word) - start < 2) {
            return first >= 128;
        }
        char second = words.unit(start + 1);
        if (first >= 128 || second >= 128) {
            return true;
        }
        int pair = Character.toLowerCase(first) << 7 | Character.toLowerCase(second);
        return (pairs[pair >> 6] & 1L << pair) != 0;
    }

    /** The first place of the word from that one on; -1 when there is none. */
    int next(long hash, int from) {
        long[] hashes = words.hashes();
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
            if (words.start(middle) < offset) {
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
        return new Hit(name, words.start(firstWord), words.end(lastWord), null);
    }

    private List<Span> sentences() {
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
