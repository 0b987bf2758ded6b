package org.tocsin.wire.topic;

import static org.tocsin.wire.topic.Topic.AS_SET;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.tocsin.core.access.Credential;
import org.tocsin.core.article.Article;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.audit.Replay;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.Pushed;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.request.RequestNote;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.Watchlist;

/**
 * Every topic of the product. {@code docs/topics.md} says who writes and who reads them.
 *
 * <p>What every instance reads as a whole (watchlists, lexicon) and what is read in order
 * (coverage, audit) has one partition: it is small, and a change made after another is then seen
 * after it.
 */
public final class Topics {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    public static final Topic<Feed> FEEDS =
            Topic.compacted("news.feeds", "feed id", Feed.class, AS_SET);

    public static final Topic<FeedReport> FEED_REPORTS =
            Topic.compacted("news.feed-reports", "feed id", FeedReport.class, AS_SET);

    /**
     * The ingestors' own. As many partitions as the feeds have: a feed's owner reads its pushes.
     */
    public static final Topic<Pushed> PUSHES =
            Topic.kept("news.pushes", "feed id", Pushed.class, AS_SET, DAY);

    public static final Topic<Article> ARTICLES =
            Topic.kept("news.articles", "article id", Article.class, AS_SET, WEEK);

    public static final Topic<Telling> STORIES =
            Topic.kept("news.stories", "story id", Telling.class, AS_SET, WEEK);

    public static final Topic<TaggedTelling> TAGGED =
            Topic.kept("news.tagged", "story id", TaggedTelling.class, AS_SET, MONTH);

    public static final Topic<Watchlist> WATCHLISTS =
            Topic.compacted("news.watchlists", "watchlist id", Watchlist.class, 1);

    public static final Topic<Alert> ALERTS =
            Topic.kept("news.alerts", "thread id", Alert.class, AS_SET, MONTH);

    public static final Topic<Alert> ALERTS_CURRENT =
            Topic.compacted("news.alerts.current", "thread id", Alert.class, AS_SET);

    /** What watchlists that only watch would have rung. */
    public static final Topic<Alert> ALERTS_WATCHING =
            Topic.kept("news.alerts.watching", "thread id", Alert.class, AS_SET, MONTH);

    public static final Topic<AlertVerdict> VERDICTS =
            Topic.compacted(
                    "news.verdicts", "thread id, or what is muted", AlertVerdict.class, AS_SET);

    public static final Topic<LexiconEntry> LEXICON =
            Topic.compacted("news.lexicon", "actor id", LexiconEntry.class, 1);

    public static final Topic<Coverage> COVERAGE =
            Topic.compacted("news.coverage", "feed id", Coverage.class, 1);

    public static final Topic<Subscriber> SUBSCRIBERS =
            Topic.compacted("news.subscribers", "subscriber id", Subscriber.class, 1);

    /** All of a subscriber's stand in one partition, so that one gateway has them in its care. */
    public static final Topic<Delivery> DELIVERIES =
            Topic.compacted("news.deliveries", "subscriber id/alert id", Delivery.class, AS_SET);

    public static final Topic<AuditEntry> AUDIT =
            Topic.kept("news.audit", "object id", AuditEntry.class, 1, YEAR);

    /** The gateways' own: hashes of tokens and sessions. */
    public static final Topic<Credential> ACCESS =
            Topic.compacted("news.access", "token id", Credential.class, 1);

    public static final Topic<byte[]> DEAD_LETTERS =
            Topic.kept("news.dead-letters", "as found", byte[].class, AS_SET, MONTH);

    /** Which dead letters were put back: kept as long as they are. */
    public static final Topic<Replay> REPLAYS =
            Topic.kept("news.replays", "replay id", Replay.class, 1, MONTH);

    /** The gateways' own: which requests with an Idempotency-Key were done. One order for all. */
    public static final Topic<RequestNote> REQUESTS =
            Topic.kept("news.requests", "request id", RequestNote.class, 1, DAY);

    /** A route becomes the end of a topic's name. */
    private static final Pattern ROUTE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private static final List<Topic<?>> ALL =
            List.of(
                    FEEDS,
                    FEED_REPORTS,
                    PUSHES,
                    ARTICLES,
                    STORIES,
                    TAGGED,
                    WATCHLISTS,
                    ALERTS,
                    ALERTS_CURRENT,
                    ALERTS_WATCHING,
                    VERDICTS,
                    LEXICON,
                    COVERAGE,
                    SUBSCRIBERS,
                    DELIVERIES,
                    AUDIT,
                    ACCESS,
                    DEAD_LETTERS,
                    REPLAYS,
                    REQUESTS);

    private Topics() {}

    /** Every topic that stands before any watchlist names a route. */
    public static List<Topic<?>> all() {
        return ALL;
    }

    /**
     * The alerts of the watchlists that name that route.
     *
     * @throws IllegalArgumentException when {@link #isRoute} says no
     */
    public static Topic<Alert> alertsTo(String route) {
        if (!isRoute(route)) {
            throw new IllegalArgumentException("not a route: " + route);
        }
        return Topic.kept(ALERTS.name() + "." + route, ALERTS.key(), Alert.class, AS_SET, MONTH);
    }

    /**
     * Whether a watchlist may name that route: up to 64 letters, digits, underscores and hyphens,
     * and neither {@code current} nor {@code watching}, which are topics of their own.
     */
    public static boolean isRoute(String route) {
        return route != null
                && ROUTE.matcher(route).matches()
                && !route.equals("current")
                && !route.equals("watching");
    }
}
