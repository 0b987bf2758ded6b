package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * The phrases that open with one word. There may be dozens, of which hardly one matches where the
 * word stands: nearly all ask for a certain second word, right behind it or a few words on.
 */
final class Opening<T> {

    /** A phrase, the form of its first word that opens it here, and what it stands for. */
    record Entry<T>(Phrase phrase, Form form, T meaning) {

        void addHit(Reading reading, int at, int end, List<PhraseIndex.Hit<T>> hits) {
            long words = phrase.at(reading, at, end);
            if (words != 0) {
                int to = at + Long.SIZE - Long.numberOfLeadingZeros(words);
                hits.add(new PhraseIndex.Hit<>(meaning, phrase, at, to, form, words));
            }
        }
    }

    private final List<Entry<T>> alone = new ArrayList<>(1);
    private final Seconds<T> close = new Seconds<>();
    private final Seconds<T> far = new Seconds<>();

    void addAlone(Entry<T> entry) {
        alone.add(entry);
    }

    /** A phrase whose second word follows at once. */
    void addClose(Entry<T> entry) {
        close.add(entry);
    }

    /** A phrase whose second word may follow after others. */
    void addFar(Entry<T> entry) {
        far.add(entry);
    }

    /**
     * Adds those that match at that word: first what is a phrase by itself, then what is close,
     * then what is far.
     *
     * @param closeWords the word behind it, as {@link Seconds#bit}; 0 where it follows in no phrase
     * @param farWords the same of those a few words on
     */
    void addHits(
            Reading reading,
            int at,
            int end,
            long closeWords,
            long farWords,
            List<PhraseIndex.Hit<T>> hits) {
        for (int i = 0; i < alone.size(); i++) {
            alone.get(i).addHit(reading, at, end, hits);
        }
        if (closeWords != 0) {
            close.addHits(reading, at, end, closeWords, hits);
        }
        if (farWords != 0) {
            far.addHits(reading, at, end, farWords, hits);
        }
    }
}
