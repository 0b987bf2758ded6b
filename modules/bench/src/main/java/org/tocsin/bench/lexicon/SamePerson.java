package org.tocsin.bench.lexicon;

import java.util.List;
import java.util.Set;
import org.tocsin.core.text.Fold;

/** Whether two names of men of one state are one man's: what two sources call him. */
final class SamePerson {

    private static final Set<String> DESCENT = Set.of("bin", "ibn", "ben", "bint");
    private static final Set<String> ARTICLES = Set.of("al", "el", "as", "ash", "ad", "an", "ar");

    /** Below that the consonants of Liu Jiayi are also those of Liu Jieyi. */
    private static final int FEWEST_LETTERS = 10;

    /** Letters that one transliteration has and another has not, the longer ones first. */
    private static final String[][] SOUNDS = {
        {"kh", "h"},
        {"gh", "g"},
        {"dj", "j"},
        {"ch", "c"},
        {"sh", "s"},
        {"ph", "f"},
        {"zh", "z"},
        {"th", "t"},
        {"dh", "d"},
        {"q", "k"},
        {"c", "k"},
        {"w", "v"}
    };

    private SamePerson() {}

    static boolean are(String one, String other) {
        List<String> ones = words(one);
        List<String> others = words(other);
        return haveSameEnds(ones, others)
                || isFuller(ones, others)
                || isFuller(others, ones)
                || soundAlike(ones, others);
    }

    static List<String> words(String name) {
        return List.of(Fold.fold(name).split("[ .'-]+"));
    }

    /** The same first word and last, and no other middle: Kim Jong Il is not Kim Yong Il. */
    private static boolean haveSameEnds(List<String> one, List<String> other) {
        return one.get(0).equals(other.get(0))
                && one.get(one.size() - 1).equals(other.get(other.size() - 1))
                && (one.containsAll(other) || other.containsAll(one));
    }

    /**
     * Whether a name is the other with more words: Salva Kiir Mayardit is Salva Kiir. A father's
     * name is no such word: Ali bin Khalifa bin Salman is a son of Khalifa bin Salman.
     */
    private static boolean isFuller(List<String> longer, List<String> shorter) {
        if (shorter.size() < 2 || longer.size() <= shorter.size()) {
            return false;
        }
        if (longer.subList(0, shorter.size()).equals(shorter)) {
            return true;
        }
        int at = 0;
        for (String word : longer) {
            at += at < shorter.size() && word.equals(shorter.get(at)) ? 1 : 0;
        }
        return at == shorter.size() && longer.stream().noneMatch(DESCENT::contains);
    }

    /**
     * Manouchehr Mottaki is Manuchehr Motaki: word by word they begin alike and have the same
     * consonants.
     */
    private static boolean soundAlike(List<String> one, List<String> other) {
        return one.size() > 1
                && String.join("", one).length() >= FEWEST_LETTERS
                && consonants(one).equals(consonants(other));
    }

    private static List<String> consonants(List<String> words) {
        return words.stream()
                .filter(word -> !ARTICLES.contains(word))
                .map(SamePerson::consonants)
                .toList();
    }

    private static String consonants(String word) {
        String heard = word;
        for (String[] sound : SOUNDS) {
            heard = heard.replace(sound[0], sound[1]);
        }
        heard = heard.replaceAll("(.)\\1", "$1");
        return heard.isEmpty()
                ? heard
                : heard.charAt(0) + heard.substring(1).replaceAll("[aeiouyj]", "");
    }
}
