package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words by what they are used in, those of the very same uses in one class: all forms of a verb
 * open the same phrases, and dozens of weapons end them. There are far fewer classes than words,
 * and fewer yet pairs of classes than pairs of words.
 */
final class WordClasses {

    /** Of words without a use. */
    static final int NONE = 0;

    /** By the number of a word. */
    private final char[] classes;

    /** By the number of a class, in the order in which they were told. */
    private final List<List<Integer>> uses;

    private WordClasses(char[] classes, List<List<Integer>> uses) {
        this.classes = classes;
        this.uses = uses;
    }

    int of(int word) {
        return word < classes.length ? classes[word] : NONE;
    }

    /** How many there are, {@link #NONE} among them. */
    int size() {
        return uses.size();
    }

    List<Integer> uses(int ofClass) {
        return uses.get(ofClass);
    }

    /** Gathers the uses of words. */
    static final class Builder {

        private final Map<Integer, List<Integer>> uses = new HashMap<>();
        private int highest;

        void add(int word, int use) {
            highest = Math.max(highest, word);
            uses.computeIfAbsent(word, any -> new ArrayList<>()).add(use);
        }

        WordClasses build() {
            var numbers = new HashMap<List<Integer>, Integer>();
            var all = new ArrayList<List<Integer>>();
            all.add(List.of());
            char[] classes = new char[highest + 1];
            Arrays.fill(classes, (char) NONE);
            uses.forEach(
                    (word, its) -> {
                        Integer known = numbers.putIfAbsent(its, all.size());
                        classes[word] = (char) (known == null ? all.size() : known);
                        if (known == null) {
                            all.add(its);
                        }
                    });
            if (all.size() > Character.MAX_VALUE) {
                throw new IllegalStateException("more classes of words than can be numbered");
            }
            return new WordClasses(classes, all);
        }
    }
}
