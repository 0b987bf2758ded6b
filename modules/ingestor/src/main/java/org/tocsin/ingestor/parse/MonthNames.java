package org.tocsin.ingestor.parse;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.core.text.Fold;

/** Months by name: English first, then the languages in which feeds most often date their items. */
final class MonthNames {

    private static final Map<String, Integer> ENGLISH = namesIn(List.of("en"));

    private MonthNames() {}

    /** 1 to 12, or 0 where the word names no month. */
    static int number(String word) {
        String folded = Fold.fold(word);
        Integer english = ENGLISH.get(folded);
        if (english != null || folded.length() < 3) {
            return english == null ? 0 : english;
        }
        return Foreign.NAMES.getOrDefault(folded, 0);
    }

    /** Loaded with the first foreign date, since the locales' data take a moment. */
    private static final class Foreign {
        private static final Map<String, Integer> NAMES =
                namesIn(
                        List.of(
                                "de", "fr", "es", "pt", "it", "nl", "ru", "uk", "tr", "pl", "el",
                                "hu", "cs", "sv", "da", "nb", "fi", "ro", "ar", "fa", "he", "id"));
    }

    private static Map<String, Integer> namesIn(List<String> languages) {
        var names = new HashMap<String, Integer>();
        for (String language : languages) {
            for (TextStyle style : TextStyle.values()) {
                if (style != TextStyle.NARROW && style != TextStyle.NARROW_STANDALONE) {
                    addAll(names, Locale.forLanguageTag(language), style);
                }
            }
        }
        names.putIfAbsent("sept", 9);
        return names;
    }

    private static void addAll(Map<String, Integer> names, Locale locale, TextStyle style) {
        for (Month month : Month.values()) {
            String name = Fold.fold(month.getDisplayName(style, locale)).replace(".", "");
            if (!name.isBlank() && !Character.isDigit(name.charAt(0))) {
                names.putIfAbsent(name, month.getValue());
            }
        }
    }
}
