package org.tocsin.app.discover;

import java.time.Clock;
import org.tocsin.core.feed.Discovery;
import org.tocsin.core.feed.FeedAddress;
import org.tocsin.ingestor.FeedOpener;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.parse.ParseResult;
import org.tocsin.ingestor.parse.ParseResult.Refused;

/**
 * Finds feeds for people who ask from elsewhere: on the web alone, never in this machine's files,
 * and only where an ingestor may go.
 */
public final class WebSearch implements Discovery.Search {

    private final Clock clock;
    private final AddressGuard guard;

    public WebSearch(Clock clock, AddressGuard guard) {
        this.clock = clock;
        this.guard = guard;
    }

    @Override
    public Discovery find(String address) {
        try (var opener = new FeedOpener(clock, guard)) {
            return new FeedFinder(url -> onWeb(url, opener)).find(address);
        }
    }

    /** Also of what a page names: it may name anything. */
    private static ParseResult onWeb(String url, FeedOpener opener) {
        return FeedAddress.fault(url)
                .<ParseResult>map(Refused::because)
                .orElseGet(() -> opener.open(url));
    }
}
