package org.tocsin.ingestor.clean;

import java.text.DateFormatSymbols;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.core.text.Words;

/** A line that says when, and nothing else. */
final class DateLine {

    private static final int LONGEST = 80;

    /** A place or the name of the paper may stand beside the date. */
    private static final int STRANGERS = 2;

    private static final Pattern MOMENT =
            Pattern.compile("(?:^|\\D)(?:(?:19|20)\\d\\d|[0-2]?\\d:[0-5]\\d)(?:\\D|$)");

    private static final Set<String> WORDS = words();

    private DateLine() {}

    static boolean is(String text, String key) {
        if (text.length() > LONGEST || !MOMENT.matcher(text).find()) {
            return false;
        }
        int known = 0;
        int strange = 0;
        for (String word : key.split(" ")) {
            boolean ours = WORDS.contains(word);
            known += ours ? 1 : 0;
            strange += ours ? 0 : 1;
        }
        return strange == 0 || known > 0 && strange <= STRANGERS;
    }

    private static Set<String> words() {
        var words = new HashSet<String>();
        for (String language :
                List.of("en", "ru", "ar", "fr", "de", "es", "tr", "fa", "uk", "it", "pt")) {
            var symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
            addAll(symbols.getMonths(), words);
            addAll(symbols.getShortMonths(), words);
            addAll(symbols.getWeekdays(), words);
            addAll(symbols.getShortWeekdays(), words);
        }
        addAll(
                ("at on am pm a p m utc gmt est edt cet msk th st nd rd of um uhr à h le del de a las"
                                + " в г года мск updated published posted modified last الساعة")
                        .split(" "),
                words);
        return Set.copyOf(words);
    }

    private static void addAll(String[] names, Set<String> words) {
        for (String name : names) {
            Words parts = Words.of(name);
            for (int i = 0; i < parts.size(); i++) {
                words.add(parts.folded(i));
            }
        }
    }
}
