package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/**
 * The spellings under which one listed name is found, each as folded words: the Arabic article in
 * its forms, names with Abd- in one word, two or three, apostrophes written or not, acronyms with
 * and without stops, cases of Cyrillic names, prefixes of Arabic and Hebrew ones, traditional
 * Chinese characters. That words such as Mohammed have several spellings is told by {@link Alike}.
 */
final class Spellings {

    private static final Set<String> ARTICLES =
            Set.of("al", "el", "ad", "as", "ash", "an", "ar", "at", "az", "ul", "ed", "es", "et");

    private static final Set<String> ABD = Set.of("abdul", "abdel", "abdal", "abdol", "abdoul");

    /** And, in, to, then, like; some of them one after another. */
    private static final List<String> ARABIC_PREFIXES =
            List.of("و", "ب", "ل", "ف", "ك", "وب", "ول", "فل", "فب");

    /** Feminine, and plurals of people; of Persian the plural. */
    private static final List<String> ARABIC_ADJECTIVES =
            List.of("", "ة", "ون", "ين", "ات", "ها", "های");

    /** Feminine, and plurals. */
    private static final List<String> HEBREW_ADJECTIVES = List.of("", "ת", "ם", "ים", "ות");

    private static final String ABU = Fold.fold("أبو");
    private static final List<String> ABU_IN_CASES = List.of(Fold.fold("أبا"), Fold.fold("أبي"));

    /** And, the, in, to, from, that, like; some of them one after another. */
    private static final List<String> HEBREW_PREFIXES =
            List.of(
                    "ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "ומ", "שב", "של", "מה",
                    "שה");

    /** Korean writes what other languages say by prepositions and word order behind the name. */
    private static final List<String> KOREAN_PARTICLES =
            List.of(
                    "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "로", "으로", "도", "에서", "에게",
                    "측", "군", "정부", "와의", "과의", "에서의", "에서는", "에서도", "에는", "에도", "로의", "으로의", "로부터",
                    "으로부터", "부터", "까지", "보다", "만", "측은", "측이", "군은", "군이", "군의", "정부는", "정부가",
                    "정부의");

    /** German forms the genitive of names of lands, and of known people, by an s. */
    private static final List<String> LANDS = List.of("land", "reich", "ien", "stan");

    /** The scripts that a spelling of it may begin in: one, or of a strange name two. */
    Set<Script> scripts(String name) {
        if (!name.isEmpty() && isAsciiLetter(name.charAt(0))) {
            return Set.of(Script.LATIN);
        }
        var scripts = EnumSet.noneOf(Script.class);
        listed(name).forEach(words -> scripts.add(Script.of(words.get(0))));
        return scripts;
    }

    private static boolean isAsciiLetter(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }

    /** The name as it is listed, with its marks and without. */
    Set<List<String>> listed(String name) {
        var spellings = new LinkedHashSet<List<String>>();
        spellings.add(words(name));
        if (hasMark(name)) {
            spellings.add(words(name.replaceAll("['’‘ʼ`´\"״׳]", "")));
        }
        spellings.remove(List.of());
        return spellings;
    }

    Collection<List<String>> of(String name, NameKind kind) {
        Set<List<String>> spellings = listed(name);
        if (spellings.isEmpty()) {
            return List.of();
        }
        List<String> words = spellings.iterator().next();
        if (isAcronym(name)) {
            spellings.add(Fold.fold(name).chars().mapToObj(Character::toString).toList());
            return spellings;
        }
        return switch (Character.UnicodeScript.of(words.get(0).codePointAt(0))) {
            case LATIN -> genitive(latin(spellings), kind);
            case CYRILLIC -> cyrillic(words, kind == NameKind.ADJECTIVE);
            case GREEK -> greek(spellings);
            case HANGUL -> particles(spellings);
            case ARABIC ->
                    kind == NameKind.ADJECTIVE
                            ? prefixed(agreeing(words, "ال", ARABIC_ADJECTIVES), List.of("و"))
                            : prefixed(joined(spellings, kind), ARABIC_PREFIXES);
            case HEBREW ->
                    kind == NameKind.ADJECTIVE
                            ? prefixed(agreeing(words, "ה", HEBREW_ADJECTIVES), List.of("ו"))
                            : prefixed(spellings, HEBREW_PREFIXES);
            case HAN -> Traditional.with(spellings);
            default -> spellings;
        };
    }

    /**
     * Each word in its cases, and the first words alone: what follows a noun in the genitive stays
     * as it is (of the Islamic State of Iraq, {@code Исламского государства Ирака}).
     */
    private static Set<List<String>> cyrillic(List<String> words, boolean adjective) {
        Set<List<String>> spellings = Declension.of(words, adjective);
        for (int k = 1; k < words.size(); k++) {
            List<String> rest = words.subList(k, words.size());
            for (List<String> start : Declension.of(words.subList(0, k), false)) {
                var whole = new ArrayList<>(start);
                whole.addAll(rest);
                spellings.add(whole);
            }
        }
        return spellings;
    }

    private static Set<List<String>> latin(Set<List<String>> spellings) {
        for (List<String> spelling : List.copyOf(spellings)) {
            for (int i = 0; i < spelling.size(); i++) {
                addServantOf(spelling, i, spellings);
            }
        }
        for (List<String> spelling : List.copyOf(spellings)) {
            addArticles(spelling, spellings);
        }
        return spellings;
    }

    /** Of one word: Russlands, Putins. */
    private static Set<List<String>> genitive(Set<List<String>> spellings, NameKind kind) {
        for (List<String> spelling : List.copyOf(spellings)) {
            String word = spelling.get(0);
            if (spelling.size() == 1
                    && word.length() > 4
                    && (kind == NameKind.ALIAS || LANDS.stream().anyMatch(word::endsWith))
                    && "sxz".indexOf(word.charAt(word.length() - 1)) < 0) {
                spellings.add(List.of(word + "s"));
            }
        }
        return spellings;
    }

    private static Set<List<String>> particles(Set<List<String>> spellings) {
        var all = new LinkedHashSet<List<String>>(spellings);
        for (List<String> spelling : spellings) {
            int last = spelling.size() - 1;
            for (String particle : KOREAN_PARTICLES) {
                String word = spelling.get(last) + Fold.fold(particle);
                all.add(replaced(spelling, last, last + 1, List.of(word)));
            }
        }
        return all;
    }

    /** The accusative and the genitive of masculine names, the genitive of feminine ones. */
    private static Set<List<String>> greek(Set<List<String>> spellings) {
        var all = new LinkedHashSet<List<String>>(spellings);
        for (List<String> spelling : spellings) {
            var oblique = new ArrayList<String>();
            var genitive = new ArrayList<String>();
            for (String word : spelling) {
                char last = word.charAt(word.length() - 1);
                boolean masculine = last == 'σ' || last == 'ς';
                String stem = masculine ? word.substring(0, word.length() - 1) : word;
                oblique.add(stem);
                boolean vowel = last == 'α' || last == 'η';
                genitive.add(
                        masculine && stem.endsWith("ο")
                                ? stem.substring(0, stem.length() - 1) + "ου"
                                : masculine ? stem : vowel ? word + "σ" : word);
            }
            all.add(oblique);
            all.add(genitive);
        }
        return all;
    }

    /** Abdulrahman, Abdul Rahman, Abd al-Rahman. */
    private static void addServantOf(List<String> words, int i, Set<List<String>> spellings) {
        String word = words.get(i);
        if (ABD.contains(word) && i + 1 < words.size()) {
            addServant(words, i, i + 2, words.get(i + 1), spellings);
        } else if (word.equals("abd")
                && i + 2 < words.size()
                && ARTICLES.contains(words.get(i + 1))) {
            addServant(words, i, i + 3, words.get(i + 2), spellings);
        } else if (word.length() > 8 && ABD.contains(word.substring(0, 5))) {
            addServant(words, i, i + 1, word.substring(5), spellings);
        }
    }

    private static void addServant(
            List<String> words, int from, int to, String master, Set<List<String>> spellings) {
        spellings.add(replaced(words, from, to, List.of("abd", "al", master)));
        for (String abd : List.of("abdul", "abdel")) {
            spellings.add(replaced(words, from, to, List.of(abd, master)));
            spellings.add(replaced(words, from, to, List.of(abd + master)));
        }
    }

    private static void addArticles(List<String> words, Set<List<String>> spellings) {
        for (int i = 0; i < words.size() - 1; i++) {
            if (!ARTICLES.contains(words.get(i))) {
                continue;
            }
            spellings.add(replaced(words, i, i + 1, List.of("al")));
            for (String assimilated : assimilated(words.get(i + 1))) {
                spellings.add(replaced(words, i, i + 1, List.of(assimilated)));
            }
            if (i > 0) {
                spellings.add(replaced(words, i, i + 1, List.of()));
            }
        }
    }

    /** The article before a letter of the sun, as spoken: an-Nusra, en-Nusra. */
    private static List<String> assimilated(String word) {
        char first = word.charAt(0);
        if ("dlnrstz".indexOf(first) < 0) {
            return List.of();
        }
        return word.startsWith("sh")
                ? List.of("ash", "esh", "as", "es")
                : List.of("a" + first, "e" + first);
    }

    /** Persian joins two words by a sign that folding takes away: {@code اشرف‌غنی}. */
    private static Set<List<String>> joined(Set<List<String>> spellings, NameKind kind) {
        var all = new LinkedHashSet<List<String>>(spellings);
        for (List<String> spelling : spellings) {
            if (spelling.size() == 2 && kind == NameKind.FULL) {
                all.add(List.of(spelling.get(0) + spelling.get(1)));
            }
            if (spelling.size() > 1 && ABU.equals(spelling.get(0))) {
                // "Father of" has a case, as few names have.
                ABU_IN_CASES.forEach(abu -> all.add(replaced(spelling, 0, 1, List.of(abu))));
            }
        }
        return all;
    }

    /** Adjectives agree with their noun, also in having the article. */
    private static Set<List<String>> agreeing(
            List<String> words, String article, List<String> endings) {
        var all = new LinkedHashSet<List<String>>();
        int last = words.size() - 1;
        for (String ending : endings) {
            String ended = words.get(last) + Fold.fold(ending);
            List<String> form = replaced(words, last, last + 1, List.of(ended));
            all.add(form);
            all.add(replaced(form, 0, 1, List.of(article + form.get(0))));
        }
        return all;
    }

    private static Set<List<String>> prefixed(Set<List<String>> spellings, List<String> prefixes) {
        var all = new LinkedHashSet<List<String>>(spellings);
        for (List<String> spelling : spellings) {
            String first = spelling.get(0);
            if (first.length() < 3 && spelling.size() == 1) {
                continue;
            }
            for (String prefix : prefixes) {
                all.add(replaced(spelling, 0, 1, List.of(prefix + first)));
            }
            if (first.startsWith("ال")) {
                for (String to : List.of("لل", "ولل", "فلل")) {
                    all.add(replaced(spelling, 0, 1, List.of(to + first.substring(2))));
                }
            }
        }
        return all;
    }

    private static List<String> replaced(List<String> words, int from, int to, List<String> by) {
        var other = new ArrayList<String>(words.size() + 2);
        other.addAll(words.subList(0, from));
        other.addAll(by);
        other.addAll(words.subList(to, words.size()));
        return other;
    }

    private static List<String> words(String name) {
        Words words = Words.of(name);
        var folded = new ArrayList<String>(words.size());
        for (int i = 0; i < words.size(); i++) {
            folded.add(words.folded(i));
        }
        return folded;
    }

    private static boolean hasMark(String name) {
        for (int i = 0; i < name.length(); i++) {
            if ("'’‘ʼ`´\"״׳".indexOf(name.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAcronym(String name) {
        if (name.length() < 2 || name.length() > 6) {
            return false;
        }
        return name.chars().allMatch(Character::isUpperCase);
    }
}
