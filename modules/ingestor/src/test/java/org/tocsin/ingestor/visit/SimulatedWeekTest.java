package org.tocsin.ingestor.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;
import org.tocsin.ingestor.fetch.FetchOutcome.Fetched;
import org.tocsin.ingestor.fetch.FetchOutcome.Headers;
import org.tocsin.ingestor.fetch.FetchOutcome.NotModified;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.polite.Courtesy;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.schedule.Schedule;

/**
 * A week of feeds of many kinds on a clock of its own: what was asked, found late and missed. The
 * bounds leave room for another seed.
 */
class SimulatedWeekTest {

    private static final Instant MONDAY = Instant.parse("2024-05-20T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration STEP = Duration.ofSeconds(10);

    /** How a publisher and its server behave. */
    private enum Kind {
        BUSY(3, 20),
        USUAL(20, 30),
        SLOW(300, 20),
        WEEKLY(10_000, 10),
        SHORT(3, 8),
        HOURLY_BATCH(60, 40),
        UNDATED(15, 30),
        WITHOUT_VALIDATORS(20, 10),
        LYING(60, 30),
        FLAKY(20, 30),
        DOWN_ON_TUESDAY(20, 30),
        OVERLOADED(20, 30),
        MOVED(30, 30),
        FRESH_FOR_AN_HOUR(20, 60),
        NEW_TAG_EVERY_TIME(60, 30);

        private final int gap;
        private final int length;

        /** Minutes between two items by day, and items in the document. */
        Kind(int gap, int length) {
            this.gap = gap;
            this.length = length;
        }
    }

    private record Item(String id, Instant published) {}

    private static final class Site {
        private final Feed feed;
        private final Kind kind;
        private final List<Item> items = new ArrayList<>();
        private final Map<String, Duration> late = new HashMap<>();
        private int requests;
        private int bodies;
        private int redirected;
        private int again;
        private int shown;

        Site(Kind kind) {
            this.kind = kind;
            this.feed = Feed.at("https://" + kind + ".example/feed");
        }
    }

    private static final class Time extends Clock {
        private Instant now = MONDAY.plus(Duration.ofHours(9));

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final int DAYS = 7;
    private static final Map<Kind, Site> SITES = new EnumMap<>(Kind.class);
    private static final Time TIME = new Time();

    @BeforeAll
    static void liveThroughAWeek() {
        var random = new Random(7);
        for (Kind kind : Kind.values()) {
            var site = new Site(kind);
            publish(site, random);
            SITES.put(kind, site);
        }
        var courtesy =
                new Courtesy(
                        SimulatedWeekTest::answer, TIME, time -> TIME.now = TIME.now.plus(time));
        var visitor = new FeedVisitor(courtesy, TIME);
        var schedule = new Schedule();
        SITES.values().forEach(site -> schedule.follow(site.feed, 0));
        Instant end = TIME.now.plus(WEEK);
        while (TIME.now.isBefore(end)) {
            for (List<FollowedFeed> turn : schedule.take(TIME.now, 100, courtesy::bears)) {
                for (FollowedFeed followed : turn) {
                    Visit visit = visitor.visit(followed);
                    if (visit == null) {
                        schedule.putBack(followed.feed().id());
                    } else {
                        visit.articles().forEach(article -> told(article, TIME.now));
                        schedule.finish(visit.report());
                    }
                }
            }
            TIME.now = TIME.now.plus(STEP);
        }
    }

    @Test
    void tellsNothingTwice() {
        assertThat(Kind.values()).allMatch(kind -> again(kind) == 0);
    }

    @Test
    void missesNothingThatStaysForAWhile() {
        assertThat(Kind.values())
                .filteredOn(kind -> kind != Kind.SHORT)
                .allMatch(kind -> missed(kind) == 0);
        assertThat(missed(Kind.SHORT)).isLessThan(items(Kind.SHORT) / 100);
    }

    /** Requests a day, and how late half and most of the items are found. */
    @ParameterizedTest
    @CsvSource({
        "BUSY, 1000, PT2M, PT5M",
        "USUAL, 300, PT6M, PT20M",
        "SLOW, 60, PT30M, PT2H",
        "SHORT, 1000, PT2M, PT5M",
        "HOURLY_BATCH, 60, PT30M, PT45M",
        "UNDATED, 200, PT15M, PT1H",
        "WITHOUT_VALIDATORS, 300, PT6M, PT20M",
        "LYING, 100, PT30M, PT8H",
        "FLAKY, 300, PT8M, PT30M",
        "DOWN_ON_TUESDAY, 300, PT6M, PT6H",
        "OVERLOADED, 200, PT15M, PT45M",
        "MOVED, 250, PT10M, PT30M",
        "FRESH_FOR_AN_HOUR, 24, PT45M, PT80M",
        "NEW_TAG_EVERY_TIME, 120, PT15M, PT1H",
    })
    void asksAsOftenAsTheNewsComes(Kind kind, int requests, Duration median, Duration most) {
        assertThat(SITES.get(kind).requests / DAYS).isLessThanOrEqualTo(requests);
        assertThat(late(kind, 0.5)).isLessThan(median);
        assertThat(late(kind, 0.95)).isLessThan(most);
    }

    @Test
    void asksRarelyWhereThereIsRarelyAnything() {
        assertThat(SITES.get(Kind.WEEKLY).requests / DAYS).isLessThan(30);
    }

    @Test
    void fetchesABodyOnlyWhereThereIsSomethingNewButForAFewTimesADay() {
        for (Kind kind : List.of(Kind.BUSY, Kind.USUAL, Kind.SLOW, Kind.WEEKLY, Kind.MOVED)) {
            assertThat(SITES.get(kind).bodies).as(kind.name()).isLessThan(items(kind) + 8 * DAYS);
        }
    }

    @Test
    void asksTheNewAddressOfAFeedThatMoved() {
        Site moved = SITES.get(Kind.MOVED);

        assertThat(moved.redirected).isBetween(3, moved.requests / 3);
    }

    private static int again(Kind kind) {
        return SITES.get(kind).again;
    }

    private static int items(Kind kind) {
        return due(SITES.get(kind)).size();
    }

    private static long missed(Kind kind) {
        Site site = SITES.get(kind);
        return due(site).stream().filter(item -> !site.late.containsKey(item.id())).count();
    }

    private static Duration late(Kind kind, double quantile) {
        Site site = SITES.get(kind);
        List<Duration> late =
                due(site).stream()
                        .map(item -> site.late.get(item.id()))
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        return late.get((int) (quantile * (late.size() - 1)));
    }

    /** What a reader could find: published in the week, but for its last hours. */
    private static List<Item> due(Site site) {
        Instant from = MONDAY.plus(Duration.ofHours(9));
        return site.items.stream()
                .filter(item -> item.published().isAfter(from))
                .filter(
                        item ->
                                item.published()
                                        .isBefore(from.plus(WEEK).minus(Duration.ofHours(7))))
                .toList();
    }

    private static Site siteOf(String url) {
        String host = url.split("/")[2];
        return SITES.get(Kind.valueOf(host.replace(".example", "").toUpperCase(Locale.ROOT)));
    }

    private static void told(Article article, Instant now) {
        Site site = siteOf(article.feed());
        Instant published = site.items.get(Integer.parseInt(article.guid())).published();
        if (site.late.putIfAbsent(article.guid(), Duration.between(published, now)) != null) {
            site.again++;
        }
    }

    /**
     * As many as there are in a week before and the week itself: fewer by night and at weekends.
     */
    private static void publish(Site site, Random random) {
        Instant at = MONDAY.minus(WEEK);
        Instant end = MONDAY.plus(WEEK).plus(Duration.ofDays(1));
        while (at.isBefore(end)) {
            int hour = at.atOffset(ZoneOffset.UTC).getHour();
            boolean weekend = at.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() > 5;
            double slow = (hour < 6 ? 8 : 1) * (weekend ? 3 : 1);
            // Breaking news: on Wednesday noon, ten times as much for an hour.
            Duration since = Duration.between(MONDAY.plus(Duration.ofHours(60)), at);
            boolean breaking = !since.isNegative() && since.compareTo(Duration.ofHours(1)) < 0;
            double mean = site.kind.gap * (breaking ? 0.1 : slow);
            int batch = site.kind == Kind.HOURLY_BATCH ? 10 : 1;
            double minutes = batch > 1 ? site.kind.gap : -mean * Math.log(1 - random.nextDouble());
            at = at.plusMillis((long) (minutes * 60_000));
            for (int i = 0; i < batch; i++) {
                site.items.add(new Item(String.valueOf(site.items.size()), at.plusSeconds(i)));
            }
        }
    }

    private static FetchOutcome answer(FetchRequest request) {
        String[] parts = request.url().split("/");
        if (parts[3].equals("robots.txt")) {
            return new Failed(Cause.MISSING, 404, "the server answered 404", null);
        }
        Site site = siteOf(request.url());
        site.requests++;
        Failed failed = failure(site);
        if (failed != null) {
            return failed;
        }
        while (site.shown < site.items.size()
                && !site.items.get(site.shown).published().isAfter(TIME.now)) {
            site.shown++;
        }
        List<Item> shown = site.items.subList(0, site.shown);
        String tag = tag(site, shown);
        String moved = site.kind == Kind.MOVED ? request.url().replace("/feed", "/new") : null;
        moved = parts[3].equals("new") ? null : moved;
        site.redirected += moved == null ? 0 : 1;
        Duration fresh = site.kind == Kind.FRESH_FOR_AN_HOUR ? Duration.ofHours(1) : null;
        var headers = new Headers("application/feed+json", tag, null, fresh, null, null);
        boolean asked = request.etag() != null;
        if (asked && (site.kind == Kind.LYING || request.etag().equals(tag))) {
            return new NotModified(304, moved, headers);
        }
        site.bodies++;
        List<Item> last = shown.subList(Math.max(0, shown.size() - site.kind.length), shown.size());
        byte[] body = json(site, last).getBytes(StandardCharsets.UTF_8);
        return new Fetched(200, body, request.url(), moved, headers);
    }

    private static String tag(Site site, List<Item> shown) {
        return switch (site.kind) {
            case WITHOUT_VALIDATORS -> null;
            case NEW_TAG_EVERY_TIME -> "\"" + site.requests + "\"";
            default -> "\"" + shown.size() + "\"";
        };
    }

    private static Failed failure(Site site) {
        boolean tuesday = TIME.now.isAfter(MONDAY.plus(Duration.ofHours(34)));
        boolean over = TIME.now.isAfter(MONDAY.plus(Duration.ofHours(40)));
        return switch (site.kind) {
            case FLAKY ->
                    site.requests % 5 == 0
                            ? new Failed(Cause.SERVER, 500, "the server answered 500", null)
                            : null;
            case DOWN_ON_TUESDAY ->
                    tuesday && !over ? Failed.because(Cause.TIMEOUT, "no answer in time") : null;
            case OVERLOADED ->
                    site.requests % 4 == 0
                            ? new Failed(Cause.REFUSED, 429, "429", Duration.ofMinutes(15))
                            : null;
            default -> null;
        };
    }

    private static String json(Site site, List<Item> items) {
        var json =
                new StringBuilder("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[");
        for (int i = items.size() - 1; i >= 0; i--) {
            Item item = items.get(i);
            json.append("{\"id\":\"").append(item.id()).append("\",\"content_text\":\"Item ");
            json.append(item.id()).append("\"");
            if (site.kind != Kind.UNDATED) {
                json.append(",\"date_published\":\"").append(item.published()).append("\"");
            }
            json.append(i > 0 ? "}," : "}");
        }
        return json.append("]}").toString();
    }
}
