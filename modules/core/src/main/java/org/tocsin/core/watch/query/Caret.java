package org.tocsin.core.watch.query;

import java.util.List;
import java.util.Set;

/**
 * What the language expects at a place of a rule that is being written, which need not be one that
 * can be read yet.
 *
 * @param wants what may stand there
 * @param typed its beginning, without quotes
 * @param from where it begins in the text, in UTF-16 units
 * @param to where it ends: a completion takes the place of all from {@code from} to here
 */
public record Caret(Wants wants, String typed, int from, int to) {

    /** What may be completed. */
    public enum Wants {
        /** A field, a word, NOT. */
        CLAUSE,
        /** AND, OR, THEN, NEAR. */
        OPERATOR,
        ACTOR,
        TYPE,
        TOPIC,
        /** actor=, target=, modality=. */
        ROLE,
        MODALITY,
        SOURCE,
        LANGUAGE,
        /** Words of a text, which nobody can foresee. */
        WORDS
    }

    private static final Set<String> JOINTS = Set.of("AND", "OR", "NOT", "THEN");
    private static final String QUOTES = "\"“„”";

    /** The place of that offset, which is cut to the text. */
    public static Caret at(String text, int offset) {
        int caret = Math.max(0, Math.min(offset, text.length()));
        int quote = openQuote(text, caret);
        int from = quote >= 0 ? quote : wordStart(text, caret);
        int to = quote >= 0 ? quoteEnd(text, caret) : wordEnd(text, caret);
        String typed = text.substring(quote >= 0 ? quote + 1 : from, caret);
        return new Caret(wants(text.substring(0, from), quote >= 0), typed, from, to);
    }

    private static Wants wants(String before, boolean quoted) {
        int bracket = openBracket(before);
        if (bracket >= 0) {
            return wantsInBrackets(before.substring(bracket + 1));
        }
        for (var field : List.of("actor", "type", "event", "source", "lang", "title")) {
            if (before.endsWith(field + ":") && isWordStart(before, field.length() + 1)) {
                return ofField(field);
            }
        }
        String stripped = before.stripTrailing();
        boolean first = stripped.isEmpty() || stripped.endsWith("(");
        if (quoted || before.endsWith("~") || before.endsWith(":")) {
            return Wants.WORDS;
        }
        return first || isJoint(lastWord(stripped)) ? Wants.CLAUSE : Wants.OPERATOR;
    }

    private static boolean isWordStart(String before, int length) {
        int start = before.length() - length;
        return start == 0 || !Tokens.isWordCharacter(before.charAt(start - 1));
    }

    private static Wants ofField(String field) {
        return switch (field) {
            case "actor" -> Wants.ACTOR;
            case "type" -> Wants.TYPE;
            case "event" -> Wants.TOPIC;
            case "source" -> Wants.SOURCE;
            case "lang" -> Wants.LANGUAGE;
            default -> Wants.WORDS;
        };
    }

    private static Wants wantsInBrackets(String inside) {
        String role = inside.substring(lastOutsideQuotes(inside, ',') + 1).strip();
        int equals = role.indexOf('=');
        if (equals < 0) {
            return Wants.ROLE;
        }
        return role.substring(0, equals).strip().equals("modality") ? Wants.MODALITY : Wants.ACTOR;
    }

    private static String lastWord(String stripped) {
        return stripped.substring(wordStart(stripped, stripped.length()));
    }

    private static boolean isJoint(String word) {
        return JOINTS.contains(word) || word.matches("NEAR/\\d+");
    }

    private static int wordStart(String text, int caret) {
        int start = caret;
        while (start > 0 && Tokens.isWordCharacter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int caret) {
        int end = caret;
        while (end < text.length() && Tokens.isWordCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The quote that is open there, -1 for none. */
    private static int openQuote(String text, int caret) {
        int open = -1;
        for (int i = 0; i < caret; i++) {
            if (open >= 0 && text.charAt(i) == '\\') {
                i++;
            } else if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                open = open < 0 ? i : -1;
            }
        }
        return open;
    }

    /** Behind the quote that closes; where none does, the caret: the rest is other clauses. */
    private static int quoteEnd(String text, int caret) {
        for (int i = caret; i < text.length(); i++) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                // What follows an opening quote at once is not what this one closes.
                boolean opens = i > 0 && ":=|(".indexOf(text.charAt(i - 1)) >= 0;
                return opens ? caret : i + 1;
            }
        }
        return caret;
    }

    private static int openBracket(String before) {
        int opening = lastOutsideQuotes(before, '[');
        return opening > lastOutsideQuotes(before, ']') ? opening : -1;
    }

    private static int lastOutsideQuotes(String text, char sign) {
        int last = -1;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                quoted = !quoted;
            } else if (!quoted && text.charAt(i) == sign) {
                last = i;
            }
        }
        return last;
    }
}
