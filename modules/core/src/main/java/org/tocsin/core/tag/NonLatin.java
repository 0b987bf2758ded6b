package org.tocsin.core.tag;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.text.Fold;

/** The little that is known of place and state in scripts other than Latin. */
final class NonLatin {

    /** Letters from here on are of no Latin script. */
    static final int FIRST_SCRIPT = 0x370;

    /** Hebrew, Arabic and all behind them: their names have no endings of cases. */
    static final int FIRST_WITHOUT_CASES = 0x590;

    /** In: Arabic; in, to, from: Hebrew. */
    private static final String PREFIXES_OF_PLACE = "بבלמ";

    private static final Set<String> PARTICLES_OF_PLACE =
            Stream.of("에", "에서", "로", "으로", "까지", "에서는", "에는")
                    .map(Fold::fold)
                    .collect(Collectors.toUnmodifiableSet());

    private NonLatin() {}

    static boolean isIt(String word) {
        char first = word.charAt(0);
        return first >= 128
                && Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.LATIN;
    }

    /**
     * The word is the first of a name of the place with what says "in" or "to" before or behind it:
     * the prefixes of Arabic and Hebrew, the particles of Korean.
     */
    static boolean locates(String word, Actor place) {
        for (String name : place.names()) {
            if (name.charAt(0) < FIRST_WITHOUT_CASES) {
                continue;
            }
            String known = Fold.fold(name.substring(0, firstEnd(name)));
            if (word.length() > known.length()) {
                boolean held =
                        word.endsWith(known)
                                        && isPlacing(
                                                word.substring(0, word.length() - known.length()))
                                || word.startsWith(known)
                                        && PARTICLES_OF_PLACE.contains(
                                                word.substring(known.length()));
                if (held) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int firstEnd(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? name.length() : blank;
    }

    /** "and" may stand before it. */
    private static boolean isPlacing(String prefix) {
        return PREFIXES_OF_PLACE.indexOf(prefix.charAt(prefix.length() - 1)) >= 0;
    }
}
