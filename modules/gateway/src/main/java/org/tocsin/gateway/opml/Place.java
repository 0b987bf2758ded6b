package org.tocsin.gateway.opml;

/** Where in a document; both count from 1. */
record Place(int line, int column) {

    static final Place START = new Place(1, 1);

    Place {
        // Some faults of a parser have no place.
        line = Math.max(1, line);
        column = Math.max(1, column);
    }
}
