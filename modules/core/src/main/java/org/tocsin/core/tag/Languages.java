package org.tocsin.core.tag;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The languages beside English, each read when the first text in it asks: inflecting all of them
 * takes longer than all else at a start.
 */
final class Languages {

    /** From BCP 47's primary subtag to the file of its rules. */
    static final Map<String, String> FILES =
            Map.of(
                    "ar", "languages/ar.yaml",
                    "de", "languages/de.yaml",
                    "es", "languages/es.yaml",
                    "fa", "languages/fa.yaml",
                    "fr", "languages/fr.yaml",
                    "ru", "languages/ru.yaml",
                    "tr", "languages/tr.yaml");

    /** What is so near that the words of a headline pass for it. */
    private static final Map<String, String> NEAR =
            Map.ofEntries(
                    Map.entry("uk", "ru"),
                    Map.entry("be", "ru"),
                    Map.entry("bg", "ru"),
                    Map.entry("gl", "es"),
                    Map.entry("ca", "es"),
                    Map.entry("az", "tr"),
                    Map.entry("lb", "de"),
                    Map.entry("oc", "fr"));

    private final Vocabulary english;
    private final Map<String, List<String>> files;
    private final Map<String, Language> read = new ConcurrentHashMap<>();

    Languages(Vocabulary english, Map<String, List<String>> files) {
        this.english = english;
        this.files = files;
    }

    /** Null for English, and for all that have no rules of their own. */
    Language of(String code) {
        if (code == null) {
            return null;
        }
        String own = NEAR.getOrDefault(code, code);
        String file = FILES.get(own);
        return file == null
                ? null
                : read.computeIfAbsent(own, language -> read(language, files.get(file)));
    }

    private Language read(String code, List<String> lines) {
        return new Language(morphology(code), english.copy(), lines);
    }

    private static Morphology morphology(String code) {
        return switch (code) {
            case "ar" -> new ArabicForms();
            case "de" -> new GermanForms();
            case "es" -> new SpanishForms();
            case "fa" -> new PersianForms();
            case "fr" -> new FrenchForms();
            case "ru" -> new RussianForms();
            case "tr" -> new TurkishForms();
            default -> throw new IllegalStateException("no forms of " + code);
        };
    }
}
