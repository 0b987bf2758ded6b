package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The cases of Russian and Ukrainian names by their endings. Where gender or stress would decide
 * between two endings both are made: a form that nobody writes does no harm in an index.
 */
final class Declension {

    private static final int CASES = 5;

    private static final String[] NONE = {"=", "=", "=", "=", "="};

    private static final List<String> OF_ADJECTIVES =
            List.of("ский", "цкий", "ской", "цкой", "ный", "ний", "ський", "цький");

    private Declension() {}

    /** The name in all its cases, each word in the same one; all genders for an adjective. */
    static Set<List<String>> of(List<String> words, boolean adjective) {
        var forms = new LinkedHashSet<List<String>>();
        forms.add(words);
        if (adjective && words.size() == 1) {
            adjective(words.get(0)).forEach(form -> forms.add(List.of(form)));
            return forms;
        }
        for (int c = 0; c < CASES; c++) {
            forms.addAll(inCase(words, c));
        }
        return forms;
    }

    private static List<List<String>> inCase(List<String> words, int c) {
        List<List<String>> built = List.of(List.of());
        for (String word : words) {
            var longer = new ArrayList<List<String>>();
            for (String form : endings(word)[c].split(",")) {
                for (List<String> start : built) {
                    var next = new ArrayList<>(start);
                    next.add(form.startsWith("=") ? word : stem(word, form));
                    longer.add(next);
                }
            }
            built = longer;
        }
        return built;
    }

    /** {@code 2ого} is the word without its last two letters and with that ending. */
    private static String stem(String word, String form) {
        int cut = form.charAt(0) - '0';
        return word.substring(0, word.length() - cut) + form.substring(1);
    }

    private static String[] endings(String word) {
        if (word.length() < 3 || !isCyrillic(word)) {
            return NONE;
        }
        if (OF_ADJECTIVES.stream().anyMatch(word::endsWith)) {
            return new String[] {"2ого", "2ому", "2ого", "2им,2ым", "2ом,2ому"};
        }
        String two = word.substring(word.length() - 2);
        switch (two) {
            case "ия":
                return new String[] {"2ии", "2ии", "2ию", "2ией", "2ии"};
            case "ія":
                return new String[] {"2ії", "2ії", "2ію", "2ією", "2ії"};
            case "ая":
                return new String[] {"2ой", "2ой", "2ую", "2ой", "2ой"};
            case "ое":
                return new String[] {"2ого", "2ому", "=", "2ым,2им", "2ом"};
            case "ые", "ие":
                return new String[] {
                    "2ых,2их,1я", "2ым,2им,1ю", "=,2ых", "2ыми,2ими,1ем", "2ых,2их,1и"
                };
            default:
                return byLastLetter(word);
        }
    }

    private static String[] byLastLetter(String word) {
        return switch (word.charAt(word.length() - 1)) {
            case 'а' -> new String[] {"1ы,1и", "1е,1і", "1у", "1ой,1ою,1ей,1ею", "1е,1і"};
            case 'я' -> new String[] {"1и,1і", "1е,1і", "1ю", "1ей,1ею", "1е,1і"};
            case 'ь' -> new String[] {"1я,1и,1і", "1ю,1и,1і", "1я,=", "1ем,=ю,1ью", "1е,1и,1і"};
            case 'й' -> new String[] {"1я", "1ю", "1я", "1ем,1єм", "1е,1ї"};
            case 'о' -> ofO(word);
            case 'ы' -> new String[] {"1ов,1", "1ам", "1ов,=", "1ами", "1ах"};
            case 'е', 'э', 'у', 'ю', 'и', 'і', 'є', 'ї' -> NONE;
            default -> new String[] {"0а,0у", "0у,0ові", "0а,=", "0ом,0ым,0ем,0им", "0е,0у,0і"};
        };
    }

    /** Villages in -во, and what Ukrainian declines and Russian does not: surnames in -нко. */
    private static String[] ofO(String word) {
        if (word.endsWith("во")) {
            return new String[] {"1а", "1у", "=", "1ом", "1е"};
        }
        return word.endsWith("нко")
                ? new String[] {"1а", "1у,1ові", "1а,=", "1ом", "1у,1ові"}
                : NONE;
    }

    private static boolean isCyrillic(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.UnicodeBlock.of(word.charAt(i)) != Character.UnicodeBlock.CYRILLIC) {
                return false;
            }
        }
        return true;
    }

    private static List<String> adjective(String word) {
        if (!word.matches(".*(ий|ый|ой)")) {
            return List.of();
        }
        String stem = word.substring(0, word.length() - 2);
        return List.of(
                        "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими", "а",
                        "е", "і", "у", "ої", "ою", "ій")
                .stream()
                .map(ending -> stem + ending)
                .toList();
    }
}
