package org.tocsin.gateway.desk;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedEdit;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.core.watch.SourceWatch;
import org.tocsin.gateway.desk.Ledger.Account;
import org.tocsin.gateway.desk.Ledger.Change;
import org.tocsin.gateway.desk.Ledger.Decision;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/**
 * The feeds as they are configured, and what reading them came to.
 *
 * <p>Two spellings of one address (http and https, with and without {@code www.}, a slash at the
 * end, tracking parameters) are one feed; the first one saved stays.
 */
public final class FeedDesk {

    private final Ledger ledger;

    public FeedDesk(Settings settings, AvroSerdes serdes, Clock clock) {
        this.ledger = new Ledger(settings, serdes, clock);
    }

    /** What saving a feed came to. */
    public record Saved(Feed feed, Outcome outcome) {}

    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** Another feed has that address already. */
    public static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken(Feed other) {
            super(other.url() + " is the address of feed " + other.id() + " already");
        }
    }

    /** The feeds by address. */
    public List<Feed> list() {
        return ledger.current(Topics.FEEDS).values().stream()
                .sorted(Comparator.comparing(Feed::url))
                .toList();
    }

    /** The feeds by address, each with what it gives at present and who depends on it. */
    public List<FeedStatus> statuses() {
        Map<String, FeedReport> reports = ledger.current(Topics.FEED_REPORTS);
        var sources = new SourceWatch();
        ledger.current(Topics.WATCHLISTS).forEach(sources::put);
        return list().stream().map(feed -> status(feed, reports.get(feed.id()), sources)).toList();
    }

    private static FeedStatus status(Feed feed, FeedReport report, SourceWatch sources) {
        List<String> told = report == null ? List.of() : report.sources();
        return FeedStatus.of(feed, report, sources.on(feed, told));
    }

    /** The feed of that id or address. */
    public Optional<Feed> find(String idOrUrl) {
        return new KnownFeeds(ledger.current(Topics.FEEDS)).find(idOrUrl);
    }

    /** The last report of the feed of that id; empty where it was never read. */
    public Optional<FeedReport> report(String feedId) {
        return Optional.ofNullable(ledger.current(Topics.FEED_REPORTS).get(feedId));
    }

    /** Saves those that are new or changed, in one step, and returns them. */
    public List<Feed> save(List<Feed> feeds, String by) {
        return ledger.change(
                account(Author.of(by)), current -> new KnownFeeds(current).save(feeds));
    }

    /**
     * Adds those that are new and gives the others the settings that stand in these edits, in one
     * step; what an edit does not give stays as it was. A feed that comes twice comes out once.
     */
    public List<Saved> apply(List<FeedEdit> edits, String by) {
        return apply(edits, Author.of(by));
    }

    /** The same, with why, and with the request that asks for it. */
    public List<Saved> apply(List<FeedEdit> edits, Author author) {
        return ledger.change(account(author), current -> new KnownFeeds(current).apply(edits));
    }

    /**
     * Gives the feed of that id or address these settings, also another address; empty where there
     * is no such feed.
     *
     * @throws Taken where another feed has the address
     */
    public Optional<Feed> change(String idOrUrl, FeedEdit edit, String by) {
        return change(idOrUrl, edit, by, Expected.anything());
    }

    /**
     * The same where it stands as the caller knows it.
     *
     * @throws Overtaken where it stands otherwise
     */
    public Optional<Feed> change(
            String idOrUrl, FeedEdit edit, String by, Expected<Feed> expected) {
        return ledger.change(
                account(Author.of(by)),
                current -> {
                    var known = new KnownFeeds(current);
                    Feed before = known.find(idOrUrl).orElse(null);
                    if (before == null) {
                        return new Decision<>(List.of(), Optional.empty());
                    }
                    expected.check("feed " + before.id(), before);
                    Feed after = edit.on(known.moved(before, edit.url()));
                    return new Decision<>(
                            after.equals(before)
                                    ? List.of()
                                    : List.of(new Change<>(before.id(), before, after, 0)),
                            Optional.of(after));
                });
    }

    /** Removes the feed of that id or address; false when there is none. */
    public boolean remove(String idOrUrl, String by) {
        return remove(idOrUrl, by, Expected.anything());
    }

    /**
     * The same where it stands as the caller knows it.
     *
     * @throws Overtaken where it stands otherwise
     */
    public boolean remove(String idOrUrl, String by, Expected<Feed> expected) {
        return ledger.change(
                account(Author.of(by)),
                current -> {
                    Feed before = new KnownFeeds(current).find(idOrUrl).orElse(null);
                    if (before == null) {
                        return new Decision<>(List.of(), false);
                    }
                    expected.check("feed " + before.id(), before);
                    return new Decision<>(
                            List.of(new Change<>(before.id(), before, null, 0)), true);
                });
    }

    /** Nobody misses a feed that is no more. */
    private static Account<Feed> account(Author author) {
        return new Account<>(Topics.FEEDS, "feed", author, List.of(Topics.COVERAGE));
    }
}
