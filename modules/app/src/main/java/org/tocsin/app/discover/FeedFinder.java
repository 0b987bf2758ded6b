package org.tocsin.app.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Discovery;
import org.tocsin.core.feed.Discovery.Found;
import org.tocsin.core.feed.Discovery.Nothing;
import org.tocsin.core.feed.Discovery.Readable;
import org.tocsin.ingestor.parse.ParseResult;
import org.tocsin.ingestor.parse.ParseResult.Parsed;
import org.tocsin.ingestor.parse.ParseResult.Refused;

/**
 * Finds the feed at an address. Where a page stands there, the feeds that it names are tried; of
 * those that can be read the first that is not about comments is the best, since pages name their
 * main feed first.
 */
public final class FeedFinder implements Discovery.Search {

    /** Titles by which a person knows a feed for the one that was meant. */
    private static final int LATEST = 3;

    private final Function<String, ParseResult> opener;

    /**
     * @param opener what reads the feed at an address, such as {@code FeedOpener::open}
     */
    public FeedFinder(Function<String, ParseResult> opener) {
        this.opener = opener;
    }

    /** What stands at that address. */
    @Override
    public Discovery find(String url) {
        ParseResult result = opener.apply(url);
        if (result instanceof Parsed parsed) {
            return new Found(readable(url, parsed), false, List.of());
        }
        var refused = (Refused) result;
        return refused.feeds().isEmpty()
                ? new Nothing(refused.reason(), refused.unanswered())
                : onPage(refused.feeds());
    }

    private Discovery onPage(List<String> named) {
        var readable = new ArrayList<Readable>();
        var faults = new ArrayList<String>();
        for (String url : named) {
            ParseResult result = opener.apply(url);
            if (result instanceof Parsed parsed) {
                readable.add(readable(url, parsed));
            } else {
                faults.add(url + ": " + ((Refused) result).reason());
            }
        }
        if (readable.isEmpty()) {
            return new Nothing(
                    "a page, and none of the feeds that it names can be read: "
                            + String.join("; ", faults),
                    false);
        }
        readable.sort(Comparator.comparing(FeedFinder::isAboutComments));
        return new Found(readable.get(0), true, readable.subList(1, readable.size()));
    }

    private static boolean isAboutComments(Readable feed) {
        String words = (feed.url() + " " + feed.title()).toLowerCase(Locale.ROOT);
        return words.contains("comment");
    }

    private static Readable readable(String url, Parsed parsed) {
        String title = parsed.title() == null ? "" : parsed.title().strip();
        List<String> latest =
                parsed.articles().stream()
                        .map(Article::title)
                        .filter(each -> each != null && !each.isBlank())
                        .limit(LATEST)
                        .toList();
        return new Readable(url, title, parsed.articles().size(), latest);
    }
}
