package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a rule's text into tokens and hands them out one by one. */
final class Tokens {

    private static final String SIGNS = "()[]:,=|~*+";
    private static final String OPENING = "\"“„”";

    private final List<Token> tokens;
    private int next;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Tokens of(String text) throws BadQuery {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            Token token;
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff') {
                at++;
                continue;
            } else if (OPENING.indexOf(c) >= 0) {
                token = quoted(text, at);
            } else if (SIGNS.indexOf(c) >= 0) {
                token = new Token(Token.Kind.SIGN, String.valueOf(c), at, at + 1);
            } else {
                token = word(text, at);
            }
            tokens.add(token);
            at = token.end();
        }
        // An error about what is missing points right behind the last thing that is there.
        int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
        tokens.add(new Token(Token.Kind.END, "", end, end));
        return new Tokens(tokens);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** The token before the next one. */
    Token last() {
        return tokens.get(next - 1);
    }

    boolean takeIf(String sign) {
        boolean found = peek().is(sign);
        if (found) {
            take();
        }
        return found;
    }

    static boolean isWordCharacter(int c) {
        return !Character.isWhitespace(c)
                && c != '\u00a0'
                && c != '\ufeff'
                && c != '\\'
                && OPENING.indexOf(c) < 0
                && SIGNS.indexOf(c) < 0;
    }

    private static Token word(String text, int start) throws BadQuery {
        int end = start;
        while (end < text.length() && isWordCharacter(text.charAt(end))) {
            end++;
        }
        // What may stand in quotes alone, such as a backslash, is shown as it is.
        boolean isNone = end == start;
        String word = text.substring(start, isNone ? start + 1 : end);
        String hint = foreignOperator(word);
        if (isNone || hint != null) {
            String instead = hint == null ? "" : "; write " + hint;
            throw new BadQuery(start, "'" + word + "' is no part of the language" + instead);
        }
        return new Token(Token.Kind.WORD, word, start, end);
    }

    /** What other query languages write for our operators, answered with ours. */
    private static String foreignOperator(String word) {
        return switch (word.charAt(0)) {
            case '&' -> "AND";
            case '!', '-' -> word.length() > 1 ? "NOT " + word.substring(1) : "NOT";
            case '\'' -> "a phrase in double quotes";
            default -> null;
        };
    }

    private static Token quoted(String text, int start) throws BadQuery {
        var content = new StringBuilder();
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '”' || (c == '“' && text.charAt(start) != '"')) {
                return new Token(Token.Kind.QUOTED, content.toString(), start, i + 1);
            }
            boolean escaped = c == '\\' && i + 1 < text.length();
            content.append(escaped ? text.charAt(++i) : c);
        }
        throw new BadQuery(start, "the quote that opens here is never closed");
    }
}
