package org.tocsin.core.watch.query;

import java.util.Arrays;
import java.util.List;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;
import org.tocsin.core.text.Words;

/**
 * A field of an article as the hashes of its folded words, with their places; what {@link Words}
 * and {@link Fold} make of it, in one pass over the letters.
 *
 * <p>Written for speed: every article of the stream is cut up so, and a string for each of its
 * words would cost more than all the rules that look at it.
 */
public final class FieldText {

    /** What an ASCII letter or digit is folded to; 0 for what is part of no word. */
    private static final char[] FOLDED = new char[128];

    static {
        for (char c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
        }
    }

    final String name;
    final String text;
    private final boolean oneSentence;
    private List<Span> sentences;
    private int[] starts;
    private int[] ends;
    private long[] hashes;
    private int size;

    private FieldText(String name, String text, boolean oneSentence) {
        this.name = name;
        this.text = text;
        this.oneSentence = oneSentence;
        int guess = Math.max(4, text.length() / 5);
        starts = new int[guess];
        ends = new int[guess];
        hashes = new long[guess];
        cut(text.toCharArray());
    }

    /** A title is one sentence, whatever stops it holds. */
    static FieldText title(String text) {
        return new FieldText("title", text, true);
    }

    static FieldText text(String text) {
        return new FieldText("text", text, false);
    }

    public int size() {
        return size;
    }

    /** As {@link Term.Kind#WORD} hashes the folded word. */
    public long hash(int word) {
        return hashes[word];
    }

    public String folded(int word) {
        return Fold.fold(text.substring(starts[word], ends[word]));
    }

    boolean beginsWith(int word, String beginning) {
        char first = text.charAt(starts[word]);
        return (first >= FOLDED.length || FOLDED[first] == beginning.charAt(0))
                && folded(word).startsWith(beginning);
    }

    /** False only where no word that begins with those two ASCII characters is at that place. */
    public boolean mayBeginWith(int word, long[] pairs) {
        int start = starts[word];
        if (ends[word] - start < 2) {
            return text.charAt(start) >= FOLDED.length;
        }
        char first = text.charAt(start);
        char second = text.charAt(start + 1);
        if (first >= FOLDED.length || second >= FOLDED.length) {
            return true;
        }
        int pair = FOLDED[first] << 7 | FOLDED[second];
        return (pairs[pair >> 6] & 1L << pair) != 0;
    }

    /** The first place of the word from that one on; -1 when there is none. */
    int next(long hash, int from) {
        for (int i = from; i < size; i++) {
            if (hashes[i] == hash) {
                return i;
            }
        }
        return -1;
    }

    /** The first word that starts at or after that offset; {@link #size()} when there is none. */
    int firstFrom(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        return at >= 0 ? at : -at - 1;
    }

    int sentenceCount() {
        return sentences().size();
    }

    int sentenceAt(int offset) {
        return Sentences.indexAt(sentences(), offset);
    }

    Hit hit(int firstWord, int lastWord) {
        return new Hit(name, starts[firstWord], ends[lastWord], null);
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

    private void cut(char[] letters) {
        int at = 0;
        while (at < letters.length) {
            char c = letters[at];
            if (c < FOLDED.length) {
                at = FOLDED[c] == 0 ? at + 1 : ascii(letters, at);
            } else {
                at = wide(at, at);
            }
        }
    }

    /** The word of ASCII letters that begins there, and where to go on. */
    private int ascii(char[] letters, int start) {
        long hash = Term.WORD_SEED;
        int at = start;
        while (at < letters.length && letters[at] < FOLDED.length && FOLDED[letters[at]] != 0) {
            hash = Term.step(hash, FOLDED[letters[at]]);
            at++;
        }
        if (at < letters.length && letters[at] >= FOLDED.length) {
            return wide(start, at);
        }
        add(start, at, Term.finish(hash));
        return at;
    }

    /** The same by code points, for a word that begins at {@code start} and is read until there. */
    private int wide(int start, int from) {
        int at = from;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (Words.isAlone(letter)) {
                if (at > start) {
                    addFolded(start, at);
                }
                addFolded(at, next);
                return next;
            }
            boolean goesOn = at > start ? Words.goesOnWith(letter) : Words.startsWith(letter);
            if (!goesOn) {
                if (at > start) {
                    addFolded(start, at);
                }
                return next;
            }
            at = next;
        }
        addFolded(start, at);
        return at;
    }

    private void addFolded(int start, int end) {
        add(start, end, Term.Kind.WORD.hash(Fold.fold(text.substring(start, end))));
    }

    private void add(int start, int end, long hash) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        hashes[size] = hash;
        size++;
    }
}
