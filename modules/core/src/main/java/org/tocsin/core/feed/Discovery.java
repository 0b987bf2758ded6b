package org.tocsin.core.feed;

import java.util.List;

/** What stands at an address that somebody has. */
public sealed interface Discovery {

    /** Looks at an address; it may take as long as the servers that are asked. */
    @FunctionalInterface
    interface Search {

        Discovery find(String address);
    }

    /** A feed that can be read. {@code title} may be empty; {@code latest} are titles of items. */
    record Readable(String url, String title, int items, List<String> latest) {
        public Readable {
            latest = List.copyOf(latest);
        }
    }

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
