package org.tocsin.core.tag;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The forms of adjectives of states in Romance languages, German and Polish, by their endings: what
 * agrees with a feminine or a plural noun, and the cases. Listed in their masculine or bare form.
 */
final class Agreement {

    private static final String[] GERMAN = {"e", "en", "er", "es", "em"};

    private static final String[] POLISH = {
        "1", "i", "a", "ie", "iego", "iemu", "im", "iej", "ich", "imi", "o"
    };

    /** By ending, longest first: what is cut off, and what takes its place. */
    private static final Map<String, String[]> BY_ENDING =
            Map.ofEntries(
                    Map.entry("ien", new String[] {"0", "ne", "s", "nes"}),
                    Map.entry("een", new String[] {"0", "ne", "s", "nes"}),
                    Map.entry("ais", new String[] {"0", "e", "es"}),
                    Map.entry("ois", new String[] {"0", "e", "es"}),
                    Map.entry("ain", new String[] {"0", "e", "s", "es"}),
                    Map.entry("and", new String[] {"0", "e", "s", "es"}),
                    Map.entry("es", new String[] {"0", "a", "as", "es"}),
                    Map.entry("an", new String[] {"0", "e", "a", "s", "es", "as"}),
                    Map.entry("in", new String[] {"0", "e", "s", "es"}),
                    Map.entry("ol", new String[] {"0", "e", "a", "s", "es", "as"}),
                    Map.entry("ec", new String[] {"0", "que", "s", "ques"}),
                    Map.entry("ese", new String[] {"1", "e", "i"}),
                    Map.entry("ita", new String[] {"1", "a", "i", "e", "as"}),
                    Map.entry("ski", POLISH),
                    Map.entry("cki", POLISH),
                    Map.entry("co", new String[] {"1", "o", "a", "os", "as", "hi", "he", "i"}),
                    Map.entry("o", new String[] {"1", "o", "a", "os", "as", "i", "e"}),
                    Map.entry("e", new String[] {"0", "s"}),
                    Map.entry("i", new String[] {"0", "s", "es", "e"}),
                    Map.entry("on", new String[] {"0", "a", "as", "es", "s", "ne", "nes"}),
                    Map.entry("a", new String[] {"0", "s"}),
                    Map.entry("u", new String[] {"0", "es"}));

    /** Behind any other letter. */
    private static final String[] ELSE = {"0", "e", "s", "es"};

    private static final int LONGEST_ENDING = 3;

    private Agreement() {}

    /** The folded adjective in all its forms. */
    static Set<String> of(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(word);
        if (word.endsWith("sch")) {
            for (String ending : GERMAN) {
                forms.add(word + ending);
            }
            return forms;
        }
        String[] endings = endings(word);
        String stem = word.substring(0, word.length() - (endings[0].equals("1") ? 1 : 0));
        for (int i = 1; i < endings.length; i++) {
            forms.add(stem + endings[i]);
        }
        return forms;
    }

    private static String[] endings(String word) {
        for (int length = LONGEST_ENDING; length > 0; length--) {
            String[] endings = BY_ENDING.get(word.substring(Math.max(0, word.length() - length)));
            if (endings != null) {
                return endings;
            }
        }
        return ELSE;
    }
}
