package org.tocsin.core.tag;

import java.util.Set;

/** The little that is known of place and state in scripts other than Latin. */
final class NonLatin {

    private static final Set<String> PREPOSITIONS =
            Set.of(
                    "в", "во", "из", "под", "около", "возле", "близ", "через", "до", "у", "з", "із",
                    "біля", "في", "من", "الى", "قرب", "شمال", "جنوب", "شرق", "غرب", "مدينه",
                    "مدينة", "در", "از", "به", "在", "到", "抵", "赴", "从", "於", "于");

    private NonLatin() {}

    private static final Set<String> FUTURE =
            Set.of(
                    "выведет",
                    "выведут",
                    "встретятся",
                    "встретится",
                    "ستنسحب",
                    "سينسحب",
                    "ستسحب",
                    "вивести",
                    "вывести",
                    "отвести");

    /** A verb whose form itself says that it is still to come. */
    static boolean isFuture(String word) {
        return FUTURE.contains(word);
    }

    static boolean isIt(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.LATIN;
    }

    /** A preposition that makes a place of the capital after it. */
    static boolean places(String word) {
        return PREPOSITIONS.contains(word);
    }

    /** An Arabic or Hebrew capital with the prefix for "in". */
    static boolean locates(String word) {
        return word.startsWith("ب") && word.length() > 5
                || word.startsWith("ב") && word.length() > 4;
    }
}
