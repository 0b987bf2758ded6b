package org.tocsin.core.tag;

import java.util.Map;
import java.util.function.ToIntFunction;

/** The forms of one language's words, folded: what {@code v:} and {@code n:} mean in its rules. */
interface Morphology {

    /**
     * @param base the infinitive, or what the language's own class says
     */
    Map<String, Form> verb(String base);

    Map<String, Form> noun(String base);

    /** Its infinitive is a form of the present too, which only other words tell apart. */
    default boolean infinitiveIsPlural() {
        return false;
    }

    /**
     * The number of a word that no rule lists, by what is left of it without its prefixes and
     * endings, or by its last part; {@link Vocabulary#UNKNOWN} where that is not known either.
     *
     * @param known the number of a word that the rules list
     * @param head the same, of their nouns only
     */
    default int number(String word, ToIntFunction<String> known, ToIntFunction<String> head) {
        return Vocabulary.UNKNOWN;
    }
}
