package org.tocsin.core.watch.query;

/**
 * A rule that is refused, with what was expected, for people. {@code offset} counts UTF-16 units
 * within the rule's text.
 */
public final class BadQuery extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    BadQuery(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
