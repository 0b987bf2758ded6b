package org.tocsin.core.feed;

/** A setting that a feed cannot have; {@link #field} is its name, the message is for people. */
public final class BadFeed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    BadFeed(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
