package org.tocsin.core.lexicon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a folded word counts as: 64 bits of its letters (FNV-1a, Fowler, Noll and Vo 1991), the same
 * for words that are spellings of one another, such as {@code Mohammed} and {@code Muhammad}.
 *
 * <p>A capitalised word that nobody's name holds counts as the word of a name that is written in
 * another script at home and has the same {@link Skeleton}.
 */
final class WordIds {

    private static final CommonWords COMMON = CommonWords.shipped();

    private final Map<Long, Long> alike = new HashMap<>();
    private final Set<Long> known = new HashSet<>();
    private final Map<String, Long> bySkeleton = new HashMap<>();
    private final long[] keys;
    private final long[] canonical;

    /**
     * @param groups folded words that stand for one another; two groups with one word are one
     */
    WordIds(List<List<String>> groups) {
        for (List<String> group : groups) {
            long first = find(hash(group.get(0)));
            for (String word : group) {
                alike.put(find(hash(word)), first);
            }
        }
        int slots = Integer.highestOneBit(Math.max(1, alike.size())) * 4;
        keys = new long[slots];
        canonical = new long[slots];
        for (long word : List.copyOf(alike.keySet())) {
            int slot = slot(word);
            while (keys[slot] != 0) {
                slot = slot + 1 & slots - 1;
            }
            keys[slot] = word;
            canonical[slot] = find(word);
        }
    }

    /** That the word is in some name, and so itself; {@code foreign}: others may be spellings. */
    void learn(String word, boolean foreign) {
        long hash = hash(word);
        if (known.add(hash) && foreign) {
            String skeleton = Skeleton.of(word);
            if (skeleton != null && !COMMON.contains(word)) {
                bySkeleton.putIfAbsent(skeleton, of(hash));
            }
        }
    }

    /** The id of a capitalised word of a text, which may be an unknown spelling of a name. */
    long ofCapital(String folded) {
        long hash = hash(folded);
        if (!bySkeleton.isEmpty() && !known.contains(hash) && !COMMON.contains(folded)) {
            String skeleton = Skeleton.of(folded);
            Long word = skeleton == null ? null : bySkeleton.get(skeleton);
            if (word != null) {
                return word;
            }
        }
        return of(hash);
    }

    private long find(long word) {
        long at = word;
        for (Long next = alike.get(at); next != null && next != at; next = alike.get(at)) {
            at = next;
        }
        return at;
    }

    long of(String folded) {
        return of(hash(folded));
    }

    /** The id of the word with that hash. */
    long of(long hash) {
        for (int slot = slot(hash); keys[slot] != 0; slot = slot + 1 & keys.length - 1) {
            if (keys[slot] == hash) {
                return canonical[slot];
            }
        }
        return hash;
    }

    private int slot(long hash) {
        return (int) (hash >>> 40) & keys.length - 1;
    }

    static long hash(String folded) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
