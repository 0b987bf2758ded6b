package org.tocsin.ingestor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.fetch.FetchLimits;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.fetch.Fetcher;
import org.tocsin.ingestor.page.CopyDesk;
import org.tocsin.ingestor.parse.FeedDocument;
import org.tocsin.ingestor.parse.FeedParser;
import org.tocsin.ingestor.parse.ParseResult;

/**
 * Opens a feed by its path or address and reads it, once: the ingestor's own code without Kafka and
 * without a schedule.
 */
public final class FeedOpener implements AutoCloseable {

    private final FeedParser parser = new FeedParser();
    private final CopyDesk desk = CopyDesk.withoutPages();
    private static final Set<Cause> UNANSWERED =
            Set.of(Cause.NAME, Cause.CONNECTION, Cause.TIMEOUT, Cause.SERVER);

    private final Clock clock;
    private final Fetcher fetcher;

    public FeedOpener(Clock clock, AddressGuard guard) {
        this.clock = clock;
        this.fetcher = new Fetcher(guard, FetchLimits.USUAL, clock);
    }

    /** The articles of the feed at that path, or http(s) address; else why there are none. */
    public ParseResult open(String pathOrUrl) {
        return pathOrUrl.matches("(?i)https?://.*") ? fetch(pathOrUrl) : read(pathOrUrl);
    }

    /** The articles of the feed that this stream holds; the caller closes it. */
    public ParseResult open(InputStream in) {
        try {
            return read(FeedDocument.ofFile(readBounded(in), clock.instant()));
        } catch (IOException e) {
            return ParseResult.Refused.because("cannot be read: " + e.getMessage());
        }
    }

    /**
     * What a visit would tell of it, but for pages: those are fetched for feeds that are followed.
     */
    private ParseResult read(FeedDocument document) {
        ParseResult result = parser.parse(document);
        if (!(result instanceof ParseResult.Parsed parsed)) {
            return result;
        }
        List<Article> articles = parsed.articles();
        var copy = new CopyDesk.Copy(document.feed(), null, clock.instant(), articles, articles);
        return new ParseResult.Parsed(
                parsed.title(), desk.edit(copy).articles(), parsed.hints(), parsed.warnings());
    }

    private ParseResult read(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return open(in);
        } catch (IOException | InvalidPathException e) {
            return ParseResult.Refused.because("cannot be read: " + e.getMessage());
        }
    }

    /** One byte over the parser's limit is enough for it to refuse. */
    private static byte[] readBounded(InputStream in) throws IOException {
        return in.readNBytes(FeedParser.MOST_BYTES + 1);
    }

    private ParseResult fetch(String url) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.plain(url));
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return read(
                    new FeedDocument(
                            fetched.body(),
                            fetched.headers().contentType(),
                            Feed.at(url),
                            fetched.url(),
                            clock.instant()));
        }
        return outcome instanceof FetchOutcome.Failed failed
                ? new ParseResult.Refused(
                        failed.reason(), List.of(), UNANSWERED.contains(failed.cause()))
                : ParseResult.Refused.because("the server answered " + outcome.status());
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
