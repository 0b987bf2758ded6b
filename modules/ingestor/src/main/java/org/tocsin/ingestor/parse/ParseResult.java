package org.tocsin.ingestor.parse;

import java.util.List;
import org.tocsin.core.article.Article;

/** What a document came to: a feed's articles, or the reason why it is no feed. */
public sealed interface ParseResult {

    /**
     * A feed. {@code title} may be empty; {@code articles} are in the feed's order; {@code hints}
     * are its wishes to its readers; {@code warnings} say, in words for people, what had to be
     * repaired or left out.
     */
    record Parsed(String title, List<Article> articles, FeedHints hints, List<String> warnings)
            implements ParseResult {
        public Parsed {
            articles = List.copyOf(articles);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * No feed. {@code feeds} are the addresses of feeds that the document names, best first; {@code
     * unanswered} is whether there was no document to judge by, which may pass.
     */
    record Refused(String reason, List<String> feeds, boolean unanswered) implements ParseResult {
        public Refused {
            feeds = List.copyOf(feeds);
        }

        public Refused(String reason, List<String> feeds) {
            this(reason, feeds, false);
        }

        public static Refused because(String reason) {
            return new Refused(reason, List.of());
        }
    }
}
