package org.tocsin.core.watch.query;

import java.util.Set;

/** Writes names and phrases so that the tokenizer reads the same again. */
final class Quoting {

    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "THEN");

    private Quoting() {}

    /** The name bare where it can stand so, else in quotes. */
    static String name(String value) {
        return isBare(value) ? value : quoted(value);
    }

    /** The beginning of a word, which takes no quotes: only the star tells it from an operator. */
    static String beginning(String value) {
        return isWord(value) ? value : quoted(value);
    }

    static String quoted(String value) {
        // A curly quote closes as well.
        return '"' + value.replaceAll("[\\\\\"”]", "\\\\$0") + '"';
    }

    private static boolean isBare(String value) {
        return isWord(value) && !OPERATORS.contains(value) && !value.startsWith("NEAR");
    }

    private static boolean isWord(String value) {
        if (value.isEmpty()) {
            return false;
        }
        char first = value.charAt(0);
        return first != '-'
                && first != '!'
                && first != '\''
                && value.chars().allMatch(Tokens::isWordCharacter);
    }
}
