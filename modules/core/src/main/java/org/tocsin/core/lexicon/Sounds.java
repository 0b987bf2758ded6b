package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.text.Words;

/**
 * What a capitalised word that is in nobody's name may be a spelling of: a word of a name that is
 * written in another script at home and has the same {@link Skeleton}.
 */
final class Sounds {

    private static final CommonWords COMMON = CommonWords.shipped();

    /** Shorter ones are too short when folded, too. */
    private static final int SHORTEST = 3;

    /** The words of names, and common ones: these are themselves, and no spellings of others. */
    private final WordTable known = COMMON.table();

    private final Map<String, String> bySkeleton = new HashMap<>();

    /** Surnames that are enough alone. */
    private final Map<String, List<String>> surnames = new HashMap<>();

    /** That the word is in some name, and so itself; {@code foreign}: others may be spellings. */
    void learn(String word, boolean foreign) {
        if (word.length() < Skeleton.SHORTEST) {
            return;
        }
        int before = known.size();
        if (known.add(word) == before && foreign) {
            String skeleton = Skeleton.of(word);
            if (skeleton != null) {
                bySkeleton.putIfAbsent(skeleton, word);
            }
        }
    }

    /** That the word alone is somebody's name, whose home writes another script. */
    void learnSurname(String word) {
        String skeleton = word.length() < Skeleton.SHORTEST ? null : Skeleton.of(word);
        if (skeleton != null) {
            surnames.computeIfAbsent(skeleton, key -> new ArrayList<>(1)).add(word);
        }
    }

    /** The surname that a word is a spelling of though it stands alone; null for none. */
    String surname(String word) {
        for (String surname : surnames.getOrDefault(Skeleton.of(word), List.of())) {
            if (Skeleton.isClose(word, surname)) {
                return surname;
            }
        }
        return null;
    }

    /**
     * The word of a name that an unknown word of a text sounds like; null for none.
     *
     * @param hash what {@link Words#hash(int)} says of it
     */
    String like(Words words, int word, long hash) {
        if (bySkeleton.isEmpty()
                || words.end(word) - words.start(word) < SHORTEST
                || known.of(words, word, hash) != WordTable.NONE) {
            return null;
        }
        String skeleton = Skeleton.of(words.folded(word));
        return skeleton == null ? null : bySkeleton.get(skeleton);
    }
}
