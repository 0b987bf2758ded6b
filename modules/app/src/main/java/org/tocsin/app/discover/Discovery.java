package org.tocsin.app.discover;

import java.util.List;

/** What stands at an address. */
public sealed interface Discovery {

    /** A feed that can be read. {@code title} may be empty. */
    record Readable(String url, String title, int items) {}

    /**
     * A feed: the one at the very address, or the best of those that the page there names; {@code
     * others} are the page's other readable ones.
     */
    record Found(Readable feed, boolean isOnPage, List<Readable> others) implements Discovery {
        public Found {
            others = List.copyOf(others);
        }
    }

    /**
     * None that can be read; {@code reason} is for people, {@code unanswered} whether the server
     * just does not answer now.
     */
    record Nothing(String reason, boolean unanswered) implements Discovery {}
}
