package org.tocsin.ingestor.visit;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.tocsin.ingestor.parse.FeedDocument;
import org.tocsin.ingestor.parse.FeedParser;
import org.tocsin.ingestor.parse.ParseResult;

/**
 * Parses documents, the long ones two at a time, while a few others wait: a tree takes many times
 * the memory of its document, and a day on which all feeds are long must not be the ingestor's
 * last. Safe for many threads.
 */
final class MeasuredParser {

    private static final int LONG = 1_000_000;

    private final FeedParser parser = new FeedParser();
    private final Semaphore longOnes = new Semaphore(2);
    private final Semaphore places = new Semaphore(6);

    /** Empty where the document is long, and too many others are. */
    Optional<ParseResult> parse(FeedDocument document) {
        if (document.body().length < LONG) {
            return Optional.of(parser.parse(document));
        }
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        longOnes.acquireUninterruptibly();
        try {
            return Optional.of(parser.parse(document));
        } finally {
            longOnes.release();
            places.release();
        }
    }
}
