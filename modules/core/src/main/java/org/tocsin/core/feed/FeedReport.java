package org.tocsin.core.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the last fetch of a feed came to, and all that the next one must know: whoever reads this
 * record can take the feed over.
 *
 * <p>{@code outcome} is {@code fetched}, {@code unchanged} or {@code failed}; {@code cause} and
 * {@code reason} say why it failed, for programs and for people, else null. {@code firstFetched} is
 * when the feed was first read with success (null before that); {@code failures} counts failed
 * fetches since the last good one. {@code recentItems} names the articles of the last readings that
 * the next one need not tell again: the first {@value #NAME_LENGTH} digits of their ids, all of the
 * last reading and of earlier ones as many as make {@value #MOST_RECENT} at most. {@code furniture}
 * are hashes of lines that recur across the feed's items. {@code rhythm} is never null; {@code
 * moved} is null unless permanent redirects lead elsewhere, {@code push} unless a hub was asked;
 * {@code coverageSince} is when {@code coverage} began. {@code failingSince} is the first failure
 * of the present row, null where the last fetch went well; {@code quiet} the longest silence
 * between its items of late, null until known; {@code sources} are those that its items name, the
 * latest first, at most {@value #MOST_SOURCES}.
 */
public record FeedReport(
        String feed,
        String url,
        Instant fetched,
        String outcome,
        Cause cause,
        String reason,
        int status,
        int items,
        int newItems,
        String etag,
        String lastModified,
        String bodyHash,
        Instant firstFetched,
        Instant nextDue,
        int failures,
        Rhythm rhythm,
        Moved moved,
        Push push,
        Coverage.State coverage,
        Instant coverageSince,
        Instant failingSince,
        Duration quiet,
        List<String> sources,
        List<String> furniture,
        List<String> recentItems) {

    public static final int NAME_LENGTH = 16;
    public static final int MOST_RECENT = 500;
    public static final int MOST_SOURCES = 8;

    /** Why a fetch failed, for programs: what an operator groups and counts by. */
    public enum Cause {
        /** The address is none, or leads where the ingestor may not ask. */
        ADDRESS,
        /** The host's name does not resolve. */
        NAME,
        /** No connection, or it broke off. */
        CONNECTION,
        /** No trustworthy TLS. */
        TLS,
        /** Not done in time. */
        TIMEOUT,
        /** Too many redirects, or one that leads nowhere. */
        REDIRECT,
        /** The server refuses us: 401, 403, 429, 451. */
        REFUSED,
        /** The site's robots.txt asks us to stay away. */
        ROBOTS,
        /** 404. */
        MISSING,
        /** 410: taken down for good. */
        GONE,
        /** Any other answer that is no success. */
        SERVER,
        /** Longer, or packed tighter, than the limits allow. */
        SIZE,
        /** What came is no feed. */
        DOCUMENT,
        /** A fault of ours. */
        OURS
    }

    /**
     * How the feed beats. {@code interval} is the pause that the next fetch keeps and {@code floor}
     * the shortest that its server and its own words allow, null where they say nothing; {@code
     * skips} are the hours of the week (of UTC, 0 begins with Monday) in which it asks not to be
     * asked. {@code gap} is the usual time between two new items and {@code lastNew} when a fetch
     * last brought one, or, of a first reading, when its newest item was published; {@code
     * lastWhole} is when a body was last asked for without conditions. {@code missed} is when a
     * reading last had nothing in common with the one before, so that items may have come and gone
     * between them; {@code distrusted} is when its server last called unchanged what had changed.
     * Null until known.
     */
    public record Rhythm(
            Duration interval,
            Duration floor,
            List<Integer> skips,
            Duration gap,
            Instant lastNew,
            Instant lastWhole,
            Instant missed,
            Instant distrusted) {

        /** Nothing is known yet. */
        public static final Rhythm UNKNOWN =
                new Rhythm(null, null, null, null, null, null, null, null);

        public Rhythm {
            skips = skips == null ? List.of() : List.copyOf(skips);
        }

        /** A beat without anything odd about it. */
        public Rhythm(
                Duration interval,
                Duration floor,
                Duration gap,
                Instant lastNew,
                Instant lastWhole) {
            this(interval, floor, List.of(), gap, lastNew, lastWhole, null, null);
        }

        /** The same beat with something new just now. */
        public Rhythm newsAt(Instant at) {
            return new Rhythm(interval, floor, skips, gap, at, lastWhole, missed, distrusted);
        }
    }

    /** A permanent redirect to {@code url}, met that many fetches in a row, first {@code since}. */
    public record Moved(String url, int confirmations, Instant since) {
        public Moved {
            Objects.requireNonNull(url, "url");
        }
    }

    /**
     * A WebSub subscription to {@code topic} at {@code hub}: {@code state} is {@link #FOUND},
     * {@link #ASKED}, {@link #ACTIVE}, {@link #SILENT} or {@link #DENIED}; {@code since} is when
     * the hub was last asked, or last answered; {@code until} is when its lease ends, null where it
     * has none.
     */
    public record Push(String hub, String topic, String state, Instant since, Instant until) {

        /** The feed names a hub that is still to be asked. */
        public static final String FOUND = "found";

        /** The hub has not confirmed yet. */
        public static final String ASKED = "asked";

        /** The hub tells what is new. */
        public static final String ACTIVE = "active";

        /** The hub confirmed, but polls find what it did not tell. */
        public static final String SILENT = "silent";

        /** The hub refused. */
        public static final String DENIED = "denied";

        public Push {
            Objects.requireNonNull(hub, "hub");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(since, "since");
        }

        /** Whether the hub is trusted to tell what is new, so that polls are only a net. */
        public boolean delivers(Instant now) {
            return state.equals(ACTIVE) && until != null && until.isAfter(now);
        }
    }

    public FeedReport {
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(fetched, "fetched");
        Objects.requireNonNull(nextDue, "nextDue");
        rhythm = rhythm == null ? Rhythm.UNKNOWN : rhythm;
        coverage = coverage == null ? Coverage.State.LIVE : coverage;
        sources = sources == null ? List.of() : List.copyOf(sources);
        furniture = furniture == null ? List.of() : HexNames.copyOf(furniture);
        recentItems = recentItems == null ? List.of() : HexNames.copyOf(recentItems);
    }

    /** A report in the making on the fetch of that feed at that address and time. */
    public static Draft draft(Feed feed, Instant fetched) {
        return new Draft(feed.id(), feed.url(), fetched);
    }

    /** The next report in the making: keeps everything until it is told otherwise. */
    public Draft next(Feed as, Instant at) {
        return new Draft(as.id(), as.url(), at).keeping(this);
    }

    /** This very report with more said in it. */
    public Draft redraft() {
        Draft draft = new Draft(feed, url, fetched).keeping(this);
        draft.outcome = outcome;
        draft.cause = cause;
        draft.reason = reason;
        draft.status = status;
        draft.newItems = newItems;
        draft.failures = failures;
        return draft;
    }

    /** The parts of a report as they become known. Belongs to one thread. */
    public static final class Draft {

        private final String feed;
        private final String url;
        private final Instant fetched;
        private String outcome;
        private Cause cause;
        private String reason;
        private int status;
        private int items;
        private int newItems;
        private String etag;
        private String lastModified;
        private String bodyHash;
        private Instant firstFetched;
        private Instant nextDue;
        private int failures;
        private Rhythm rhythm;
        private Moved moved;
        private Push push;
        private Coverage.State coverage;
        private Instant coverageSince;
        private Instant failingSince;
        private Duration quiet;
        private List<String> sources = List.of();
        private List<String> furniture = List.of();
        private List<String> recentItems = List.of();

        private Draft(String feed, String url, Instant fetched) {
            this.feed = feed;
            this.url = url;
            this.fetched = fetched;
            this.nextDue = fetched;
        }

        private Draft keeping(FeedReport last) {
            items = last.items;
            etag = last.etag;
            lastModified = last.lastModified;
            bodyHash = last.bodyHash;
            firstFetched = last.firstFetched;
            nextDue = last.nextDue;
            failures = last.failures;
            rhythm = last.rhythm;
            moved = last.moved;
            push = last.push;
            coverage = last.coverage;
            coverageSince = last.coverageSince;
            failingSince = last.failingSince;
            quiet = last.quiet;
            sources = last.sources;
            furniture = last.furniture;
            recentItems = last.recentItems;
            return this;
        }

        /** A body was read; {@code told} of its items were new. Ends a row of failures. */
        public Draft fetched(int answered, int found, int told) {
            return outcome("fetched", answered, found, told);
        }

        /** There was nothing new to read. Ends a row of failures. */
        public Draft unchanged(int answered) {
            return outcome("unchanged", answered, items, 0);
        }

        private Draft outcome(String name, int answered, int found, int told) {
            outcome = name;
            status = answered;
            items = found;
            newItems = told;
            failures = 0;
            failingSince = null;
            firstFetched = firstFetched == null ? fetched : firstFetched;
            return this;
        }

        /** Nothing was read; one more failure in the row. */
        public Draft failed(Cause why, String words, int answered) {
            outcome = "failed";
            cause = why;
            reason = words;
            status = answered;
            items = 0;
            newItems = 0;
            failures++;
            failingSince = failingSince == null ? fetched : failingSince;
            return this;
        }

        /** Nothing was read, but the feed is not to blame: its row of failures stands. */
        public Draft waiting(Cause why, String words, int answered) {
            int row = failures;
            failed(why, words, answered);
            failures = row;
            return this;
        }

        /** What the next request may be conditional on; nulls make it unconditional. */
        public Draft validators(String tag, String modified, String hash) {
            etag = tag;
            lastModified = modified;
            bodyHash = hash;
            return this;
        }

        public Draft due(Instant next) {
            nextDue = next;
            return this;
        }

        public Draft rhythm(Rhythm found) {
            rhythm = found;
            return this;
        }

        public Draft moved(Moved to) {
            moved = to;
            return this;
        }

        public Draft push(Push subscription) {
            push = subscription;
            return this;
        }

        public Draft coverage(Coverage.State state, Instant since) {
            coverage = state;
            coverageSince = since;
            return this;
        }

        /** What its items show of it: their longest silence and whom they name as their source. */
        public Draft habits(Duration longestSilence, List<String> named) {
            quiet = longestSilence;
            sources = named;
            return this;
        }

        public Draft furniture(List<String> hashes) {
            furniture = hashes;
            return this;
        }

        public Draft recentItems(List<String> names) {
            recentItems = names;
            return this;
        }

        public int failures() {
            return failures;
        }

        public FeedReport report() {
            return new FeedReport(
                    feed,
                    url,
                    fetched,
                    outcome,
                    cause,
                    reason,
                    status,
                    items,
                    newItems,
                    etag,
                    lastModified,
                    bodyHash,
                    firstFetched,
                    nextDue,
                    failures,
                    rhythm,
                    moved,
                    push,
                    coverage,
                    coverageSince,
                    failingSince,
                    quiet,
                    sources,
                    furniture,
                    recentItems);
        }
    }
}
