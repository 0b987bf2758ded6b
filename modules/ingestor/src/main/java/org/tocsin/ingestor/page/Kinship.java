package org.tocsin.ingestor.page;

import java.util.HashSet;
import java.util.Set;
import org.tocsin.core.article.Article;
import org.tocsin.core.text.Words;

/**
 * Whether a page speaks of what its item speaks of, by the words they share. Words are compared by
 * their first letters, since endings change between a headline and a sentence.
 */
final class Kinship {

    private static final int STEM = 5;
    private static final int LEAST = 4;

    /** A headline is told in other words; a wall shares next to none. */
    private static final double ENOUGH = 0.35;

    private Kinship() {}

    static boolean between(Article article, String text) {
        String said = article.title() + "\n" + article.text();
        return said.isBlank() || share(said, text) >= ENOUGH;
    }

    /** How many of the words of the one are in the other; 1 where there are none. */
    static double share(String said, String text) {
        Set<String> words = stems(said);
        if (words.isEmpty()) {
            return 1;
        }
        Set<String> known = stems(text);
        long shared = words.stream().filter(known::contains).count();
        return (double) shared / words.size();
    }

    private static Set<String> stems(String text) {
        var stems = new HashSet<String>();
        Words words = Words.of(text);
        for (int i = 0; i < words.size(); i++) {
            String word = words.folded(i);
            boolean ideograph = Character.isIdeographic(word.codePointAt(0));
            if (ideograph || word.length() >= LEAST) {
                stems.add(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        return stems;
    }
}
