package org.tocsin.ingestor.clean;

/**
 * A line of text as HTML showed it: {@code linked} is the share of it that stands in links, {@code
 * heading} whether the line is one of h1 to h6.
 */
record Line(String text, double linked, boolean heading) {

    /** A line of a text without markup. */
    static Line plain(String text) {
        return new Line(text, 0, false);
    }
}
