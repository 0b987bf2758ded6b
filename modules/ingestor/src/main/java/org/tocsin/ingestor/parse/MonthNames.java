package org.tocsin.ingestor.parse;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.core.text.Fold;

/**
 * Months by name: English first, then the languages in which feeds most often date their items; in
 * full, abbreviated, or as any beginning that only one month has.
 */
final class MonthNames {

    private static final int SHORTEST = 3;

    private static final Map<String, Integer> ENGLISH = beginnings(namesIn(List.of("en")));

    private static final List<String> LANGUAGES =
            List.of(
                    ("de fr es pt it nl ru uk be tr az pl el hu cs sk sl hr sr bg mk sq sv da nb fi et lv lt"
                                    + " is ro ca ga ar fa ur he id ms vi hi bn sw")
                            .split(" "));

    /** The Levant's and the Maghreb's own months, and spellings that no locale has. */
    private static final String[] MORE = {
        "جانفي",
        "شباط فيفري",
        "آذار",
        "نيسان أفريل",
        "أيار ماي",
        "حزيران جوان",
        "تموز جويلية",
        "آب أوت",
        "أيلول",
        "",
        "",
        "",
    };

    private MonthNames() {}

    /** 1 to 12, or 0 where the word names no month. */
    static int number(String word) {
        String folded = Fold.fold(word);
        Integer english = folded.length() < SHORTEST ? null : ENGLISH.get(folded);
        boolean plain = folded.chars().allMatch(c -> c < 128);
        if (english != null || plain && folded.length() < SHORTEST) {
            return english == null ? 0 : english;
        }
        return Foreign.NAMES.getOrDefault(folded, 0);
    }

    /** Loaded with the first foreign date, since the locales' data take a moment. */
    private static final class Foreign {
        private static final Map<String, Integer> NAMES = all();

        private static Map<String, Integer> all() {
            Map<String, Integer> names = namesIn(LANGUAGES);
            for (int month = 0; month < MORE.length; month++) {
                for (String name : MORE[month].split(" ")) {
                    names.putIfAbsent(Fold.fold(name), month + 1);
                }
            }
            return beginnings(names);
        }
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

    /** The names with every beginning of them that names no other month. */
    private static Map<String, Integer> beginnings(Map<String, Integer> names) {
        var all = new HashMap<String, Integer>();
        names.forEach(
                (name, month) -> {
                    for (int end = SHORTEST; end < name.length(); end++) {
                        all.merge(name.substring(0, end), month, (a, b) -> a.equals(b) ? a : 0);
                    }
                });
        all.values().removeIf(month -> month == 0);
        all.putAll(names);
        return all;
    }
}
