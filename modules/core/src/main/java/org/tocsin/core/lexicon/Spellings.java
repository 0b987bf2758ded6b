package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tocsin.core.text.Words;

/**
 * The spellings under which one listed name is found, each as folded words: the Arabic article in
 * its forms, apostrophes written or not, acronyms with and without stops, the usual
 * transliterations of given names, cases of Cyrillic names, prefixes of Arabic and Hebrew ones.
 */
final class Spellings {

    private static final Set<String> ARTICLES =
            Set.of("al", "el", "ad", "as", "ash", "an", "ar", "at", "az", "ul", "ed", "es", "et");

    /** A name of five words with three spellings each is as far as rules may multiply. */
    private static final int MOST = 300;

    private final Map<String, List<String>> alike;

    /**
     * @param alike from each folded word to all its spellings, itself among them
     */
    Spellings(Map<String, List<String>> alike) {
        this.alike = alike;
    }

    Collection<List<String>> of(String name, NameKind kind) {
        Set<List<String>> spellings = new LinkedHashSet<>();
        List<String> words = words(name);
        if (words.isEmpty()) {
            return spellings;
        }
        spellings.add(words);
        spellings.add(words(name.replaceAll("['’‘ʼ`´\"״׳]", "")));
        if (isAcronym(name)) {
            spellings.add(
                    name.toLowerCase(Locale.ROOT).chars().mapToObj(Character::toString).toList());
            return spellings;
        }
        return switch (Character.UnicodeScript.of(words.get(0).codePointAt(0))) {
            case LATIN -> latin(spellings);
            case CYRILLIC -> Declension.of(words, kind == NameKind.ADJECTIVE);
            case ARABIC -> prefixed(spellings, List.of("و", "ب", "ل", "ف", "ك"));
            case HEBREW -> prefixed(spellings, List.of("ו", "ה", "ב", "ל", "מ", "ש", "כ"));
            default -> spellings;
        };
    }

    /** Of a phrase such as an office's, whose first words alone take another case. */
    Collection<List<String>> ofPhrase(String phrase) {
        var spellings = new LinkedHashSet<>(of(phrase, NameKind.FULL));
        List<String> words = words(phrase);
        for (int k = 1; k < words.size() && isCyrillic(words.get(0)); k++) {
            List<String> rest = words.subList(k, words.size());
            for (List<String> start : Declension.of(words.subList(0, k), false)) {
                var whole = new ArrayList<>(start);
                whole.addAll(rest);
                spellings.add(List.copyOf(whole));
            }
        }
        return spellings;
    }

    private static boolean isCyrillic(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
    }

    private Set<List<String>> latin(Set<List<String>> spellings) {
        var all = new LinkedHashSet<List<String>>(spellings);
        for (List<String> spelling : spellings) {
            addAlike(spelling, all);
        }
        for (List<String> spelling : List.copyOf(all)) {
            addArticles(spelling, all);
        }
        return all;
    }

    private void addAlike(List<String> words, Set<List<String>> spellings) {
        for (int i = 0; i < words.size(); i++) {
            for (List<String> spelling : List.copyOf(spellings)) {
                if (i >= spelling.size()) {
                    continue;
                }
                for (String other : alike.getOrDefault(spelling.get(i), List.of())) {
                    if (spellings.size() < MOST) {
                        spellings.add(with(spelling, i, other));
                    }
                }
            }
        }
    }

    private static void addArticles(List<String> words, Set<List<String>> spellings) {
        for (int i = 0; i < words.size() - 1; i++) {
            if (!ARTICLES.contains(words.get(i))) {
                continue;
            }
            spellings.add(with(words, i, "al"));
            spellings.add(with(words, i, "el"));
            if (i > 0) {
                var without = new ArrayList<>(words);
                without.remove(i);
                spellings.add(List.copyOf(without));
            }
        }
    }

    private static Set<List<String>> prefixed(Set<List<String>> spellings, List<String> prefixes) {
        var all = new LinkedHashSet<List<String>>(spellings);
        for (List<String> spelling : spellings) {
            String first = spelling.get(0);
            if (first.length() < 3) {
                continue;
            }
            prefixes.forEach(prefix -> all.add(with(spelling, 0, prefix + first)));
            if (first.startsWith("ال")) {
                all.add(with(spelling, 0, "لل" + first.substring(2)));
            }
        }
        return all;
    }

    private static List<String> with(List<String> words, int at, String word) {
        var other = new ArrayList<>(words);
        other.set(at, word);
        return List.copyOf(other);
    }

    private static List<String> words(String name) {
        Words words = Words.of(name);
        return IntStream.range(0, words.size()).mapToObj(words::folded).toList();
    }

    private static boolean isAcronym(String name) {
        return name.length() > 1 && name.length() <= 6 && name.matches("\\p{Lu}+");
    }
}
