package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tocsin.core.text.Words;

/**
 * The spellings under which one listed name is found, each as folded words: the Arabic article in
 * its forms, apostrophes and hyphens written or not, acronyms with and without stops.
 */
final class Spellings {

    private static final Set<String> ARTICLES =
            Set.of("al", "el", "ad", "as", "ash", "an", "ar", "at", "az", "ul");

    private Spellings() {}

    static Collection<List<String>> of(String name) {
        var spellings = new LinkedHashSet<List<String>>();
        List<String> words = words(name);
        if (words.isEmpty()) {
            return spellings;
        }
        spellings.add(words);
        String joined = name.replaceAll("['’‘ʼ`´]", "");
        spellings.add(words(joined));
        if (isAcronym(name)) {
            spellings.add(
                    name.toLowerCase(java.util.Locale.ROOT)
                            .chars()
                            .filter(Character::isLetterOrDigit)
                            .mapToObj(Character::toString)
                            .toList());
        }
        for (List<String> spelling : List.copyOf(spellings)) {
            addArticles(spelling, spellings);
        }
        return spellings;
    }

    private static void addArticles(List<String> words, Set<List<String>> spellings) {
        for (int i = 0; i < words.size() - 1; i++) {
            if (!ARTICLES.contains(words.get(i))) {
                continue;
            }
            for (String article : List.of("al", "el")) {
                var other = new ArrayList<>(words);
                other.set(i, article);
                spellings.add(List.copyOf(other));
            }
            if (i > 0) {
                var without = new ArrayList<>(words);
                without.remove(i);
                spellings.add(List.copyOf(without));
            }
        }
    }

    private static List<String> words(String name) {
        Words words = Words.of(name);
        return IntStream.range(0, words.size()).mapToObj(words::folded).toList();
    }

    private static boolean isAcronym(String name) {
        return name.length() > 1 && name.length() <= 6 && name.matches("\\p{Lu}+");
    }
}
