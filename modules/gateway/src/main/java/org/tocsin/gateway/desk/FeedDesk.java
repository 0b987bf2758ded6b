package org.tocsin.gateway.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.gateway.desk.Ledger.Account;
import org.tocsin.gateway.desk.Ledger.Change;
import org.tocsin.gateway.desk.Ledger.Decision;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** The feeds as they are configured, and what reading them came to. */
public final class FeedDesk {

    private final Ledger ledger;

    public FeedDesk(Settings settings, AvroSerdes serdes, Clock clock) {
        this.ledger = new Ledger(settings, serdes, clock);
    }

    /** The feeds by address. */
    public List<Feed> list() {
        return ledger.current(Topics.FEEDS).values().stream()
                .sorted(Comparator.comparing(Feed::url))
                .toList();
    }

    /** The last report of each feed that was ever read, by feed id. */
    public List<FeedReport> reports() {
        return ledger.current(Topics.FEED_REPORTS).values().stream()
                .sorted(Comparator.comparing(FeedReport::feed))
                .toList();
    }

    /** Saves those that are new or changed, in one step, and returns them. */
    public List<Feed> save(List<Feed> feeds, String by) {
        return ledger.change(account(by), current -> decide(feeds, current));
    }

    private static Decision<Feed, List<Feed>> decide(List<Feed> feeds, Map<String, Feed> current) {
        var changes = new ArrayList<Change<Feed>>();
        for (Feed feed : feeds) {
            Feed before = current.get(feed.id());
            if (!feed.equals(before)) {
                changes.add(new Change<>(feed.id(), before, feed, 0));
                // The same feed twice in one call is saved once.
                current.put(feed.id(), feed);
            }
        }
        return new Decision<>(changes, changes.stream().map(Change::after).toList());
    }

    /** Removes the feed of that id or address; false when there is none. */
    public boolean remove(String idOrUrl, String by) {
        return ledger.change(
                account(by),
                current -> {
                    Feed before = current.getOrDefault(idOrUrl, current.get(Feed.idOf(idOrUrl)));
                    return before == null
                            ? new Decision<>(List.of(), false)
                            : new Decision<>(
                                    List.of(new Change<>(before.id(), before, null, 0)), true);
                });
    }

    private static Account<Feed> account(String by) {
        return new Account<>(Topics.FEEDS, "feed", by);
    }
}
