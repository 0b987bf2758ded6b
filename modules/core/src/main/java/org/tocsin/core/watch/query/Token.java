package org.tocsin.core.watch.query;

/**
 * A piece of a rule's text: {@code text} is the word, the unescaped content of the quotes or the
 * sign itself; {@code start} and {@code end} are offsets in UTF-16 units.
 */
record Token(Kind kind, String text, int start, int end) {

    /** SIGN is one of {@code ( ) [ ] : , = | ~ * +}. */
    enum Kind {
        WORD,
        QUOTED,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean touches(Token next) {
        return end == next.start;
    }

    /** The token as an error names it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case QUOTED -> Quoting.quoted(text);
            default -> "'" + text + "'";
        };
    }
}
