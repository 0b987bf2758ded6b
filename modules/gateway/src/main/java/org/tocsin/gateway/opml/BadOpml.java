package org.tocsin.gateway.opml;

/** A list that cannot be read; line and column count from 1. */
public final class BadOpml extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    BadOpml(Place place, String reason) {
        super(reason);
        this.line = place.line();
        this.column = place.column();
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
