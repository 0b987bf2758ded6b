package org.tocsin.ingestor.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.Pushed;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.fetch.FetchLimits;
import org.tocsin.ingestor.fetch.Fetcher;
import org.tocsin.ingestor.polite.Courtesy;
import org.tocsin.ingestor.schedule.FollowedFeed;

class FeedVisitorTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final String FEED = "<rss version='2.0'><channel><title>F</title>";
    private static final String HUB =
            FEED.replace("'2.0'", "'2.0' xmlns:atom='http://www.w3.org/2005/Atom'")
                    + "<atom:link rel='hub' href='https://hub.example/'/>";

    private final AtomicReference<String> body = new AtomicReference<>(feed("one"));
    private final Fetcher fetcher =
            new Fetcher(AddressGuard.allowingLoopback(), FetchLimits.USUAL, CLOCK);
    private final FeedVisitor visitor = new FeedVisitor(new Courtesy(fetcher, CLOCK), CLOCK);
    private HttpServer server;
    private Feed feed;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String now = body.get();
                    byte[] bytes = now.getBytes(StandardCharsets.UTF_8);
                    String tag = "\"" + now.hashCode() + "\"";
                    boolean same =
                            tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                    int status = now.isEmpty() ? 503 : same ? 304 : 200;
                    exchange.getResponseHeaders().add("ETag", tag);
                    exchange.sendResponseHeaders(status, status == 200 ? bytes.length : -1);
                    if (status == 200) {
                        exchange.getResponseBody().write(bytes);
                    }
                    exchange.close();
                });
        server.start();
        feed = Feed.at("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    @Test
    void tellsEachArticleOnceOldestFirst() {
        body.set(feed("two", "one"));

        Visit first = visitor.visit(new FollowedFeed(feed, null));
        body.set(feed("three", "two", "one"));
        Visit second = visitor.visit(new FollowedFeed(feed, first.report()));

        assertThat(first.articles()).extracting(Article::title).containsExactly("one", "two");
        assertThat(second.articles()).extracting(Article::title).containsExactly("three");
        assertThat(second.report().newItems()).isEqualTo(1);
        assertThat(second.report().items()).isEqualTo(3);
        assertThat(second.report().recentItems()).hasSize(3);
    }

    @Test
    void asksWithTheLastAnswersTagAndReportsThatNothingChanged() {
        Visit first = visitor.visit(new FollowedFeed(feed, null));

        Visit second = visitor.visit(new FollowedFeed(feed, first.report()));

        assertThat(second.report().outcome()).isEqualTo("unchanged");
        assertThat(second.report().status()).isEqualTo(304);
        assertThat(second.articles()).isEmpty();
    }

    @Test
    void remembersAcrossAFailureWhatWasTold() {
        Visit first = visitor.visit(new FollowedFeed(feed, null));
        body.set("");
        Visit failed = visitor.visit(new FollowedFeed(feed, first.report()));
        body.set(feed("one"));

        Visit again = visitor.visit(new FollowedFeed(feed, failed.report()));

        assertThat(failed.report().outcome()).isEqualTo("failed");
        assertThat(failed.report().reason()).isEqualTo("the server answered 503");
        assertThat(failed.report().failures()).isEqualTo(1);
        assertThat(failed.report().firstFetched()).isEqualTo(NOW);
        assertThat(again.report().outcome()).isEqualTo("unchanged");
        assertThat(again.report().failures()).isZero();
        assertThat(again.articles()).isEmpty();
    }

    @Test
    void reportsWhatIsNoFeed() {
        body.set("<html></html>");

        Visit visit = visitor.visit(new FollowedFeed(feed, null));

        assertThat(visit.report().outcome()).isEqualTo("failed");
        assertThat(visit.report().reason()).contains("HTML page");
        assertThat(visit.report().firstFetched()).isNull();
    }

    @Test
    void readsAPushLikeTheFeedAndTellsNothingTwice() {
        body.set(HUB + feed("one").substring(FEED.length()));
        Visit first = visitor.visit(new FollowedFeed(feed, null));

        Visit pushed = visitor.receive(new FollowedFeed(feed, first.report()), push("two")).get();
        body.set(HUB + feed("two", "one").substring(FEED.length()));
        Visit second = visitor.visit(new FollowedFeed(feed, pushed.report()));

        assertThat(first.report().push().hub()).isEqualTo("https://hub.example/");
        assertThat(pushed.articles()).extracting(Article::title).containsExactly("two");
        assertThat(pushed.report().nextDue()).isEqualTo(first.report().nextDue());
        assertThat(pushed.report().etag()).isEqualTo(first.report().etag());
        assertThat(second.articles()).isEmpty();
    }

    @Test
    void forgetsNothingOfALongFeedForAPushOfOneItem() {
        String[] many = IntStream.range(0, 400).mapToObj(n -> "item " + n).toArray(String[]::new);
        body.set(feed(many));
        Visit first = visitor.visit(new FollowedFeed(feed, null));
        Visit pushed = visitor.receive(new FollowedFeed(feed, first.report()), push("two")).get();
        body.set(feed(many) + " ");

        Visit second = visitor.visit(new FollowedFeed(feed, pushed.report()));

        assertThat(first.articles()).hasSize(400);
        assertThat(second.report().items()).isEqualTo(400);
        assertThat(second.articles()).isEmpty();
    }

    @Test
    void takesAPushThatIsNoFeedForNone() {
        Visit first = visitor.visit(new FollowedFeed(feed, null));

        assertThat(visitor.receive(new FollowedFeed(feed, first.report()), note("hello")))
                .isEmpty();
    }

    private Pushed push(String title) {
        return note(feed(title));
    }

    private Pushed note(String text) {
        return new Pushed(
                feed.id(),
                "h",
                "t",
                Pushed.Kind.CONTENT,
                NOW,
                null,
                null,
                "application/rss+xml",
                text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsTheTailOfALongFeedOnce() {
        String[] titles = IntStream.range(0, 2_000).mapToObj(i -> "t" + i).toArray(String[]::new);
        body.set(feed(titles));
        Visit first = visitor.visit(new FollowedFeed(feed, null));
        titles[0] = "new";
        body.set(feed(titles));

        Visit second = visitor.visit(new FollowedFeed(feed, first.report()));

        assertThat(first.articles()).hasSize(2_000);
        assertThat(second.articles()).extracting(Article::title).containsExactly("new");
    }

    @Test
    void tellsAllItemsOfOneGuidAndARedatedOneNeverAgain() {
        body.set(FEED + dated("one", "20") + dated("two", "19") + "</channel></rss>");
        Visit first = visitor.visit(new FollowedFeed(feed, null));
        body.set(FEED + dated("one", "18") + dated("two", "17") + "</channel></rss>");

        Visit second = visitor.visit(new FollowedFeed(feed, first.report()));

        assertThat(first.articles()).extracting(Article::title).containsExactly("two", "one");
        assertThat(second.report().outcome()).isEqualTo("fetched");
        assertThat(second.articles()).isEmpty();
    }

    @Test
    void tellsNothingAgainWhenAFeedWasEmptyForAWhile() {
        body.set(feed("two", "one"));
        Visit first = visitor.visit(new FollowedFeed(feed, null));
        body.set(feed());
        Visit empty = visitor.visit(new FollowedFeed(feed, first.report()));
        body.set(feed("three", "two", "one"));

        Visit third = visitor.visit(new FollowedFeed(feed, empty.report()));

        assertThat(third.articles()).extracting(Article::title).containsExactly("three");
    }

    @Test
    void saysWhenNothingOfTheLastReadingIsLeft() {
        body.set(feed("two", "one"));
        Visit first = visitor.visit(new FollowedFeed(feed, null));
        body.set(feed("nine", "eight"));

        Visit second = visitor.visit(new FollowedFeed(feed, first.report()));

        assertThat(first.report().rhythm().missed()).isNull();
        assertThat(second.report().rhythm().missed()).isEqualTo(NOW);
        assertThat(second.articles()).hasSize(2);
    }

    private static String dated(String title, String day) {
        return ("<item><guid>same</guid><title>%s</title>"
                        + "<pubDate>%s May 2024 10:00:00 GMT</pubDate></item>")
                .formatted(title, day);
    }

    private static String feed(String... titles) {
        var items = new StringBuilder();
        for (String title : titles) {
            items.append("<item><guid>").append(title).append("</guid><title>");
            items.append(title).append("</title></item>");
        }
        return FEED + items + "</channel></rss>";
    }
}
