package org.tocsin.ingestor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.fetch.FetchLimits;
import org.tocsin.ingestor.fetch.Fetcher;
import org.tocsin.ingestor.polite.Courtesy;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.visit.FeedVisitor;
import org.tocsin.ingestor.visit.Visit;

/** Visits to a feed that gives summaries only, on a site with pages of every kind. */
class PagesVisitTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String SUMMARY =
            "The two governments signed a truce in the port on Monday […]";
    private static final String FIRST =
            "The two governments signed a truce in the port on Monday, nine days after the ferries stopped.";
    private static final String SECOND =
            "Under its terms all guns fall silent at midnight and the strait is open to ships of both sides.";
    private static final String STORY =
            "<html><head><title>Truce</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Truce signed</h1><p>"
                    + FIRST
                    + "</p><p>"
                    + SECOND
                    + "</p></article><footer>Imprint</footer></body></html>";
    private static final String TEXT = FIRST + "\n" + SECOND;

    private final Fetcher fetcher =
            new Fetcher(AddressGuard.allowingLoopback(), FetchLimits.USUAL, CLOCK);
    private final Courtesy courtesy = new Courtesy(fetcher, CLOCK);
    private CopyDesk desk = CopyDesk.withPages(courtesy, CLOCK, Duration.ofSeconds(20));
    private PageServer site;

    @BeforeEach
    void open() throws IOException {
        site = new PageServer();
        site.serve("/truce", "text/html; charset=utf-8", STORY);
    }

    @AfterEach
    void close() {
        desk.close();
        site.close();
        fetcher.close();
    }

    @Test
    void tellsThePagesTextUnderTheFeedsId() {
        Article whole = only(visit(item("/truce", NOW)));

        Article summary = only(visit(item("/truce", NOW), feed().readingPages(false)));

        assertThat(whole.text()).isEqualTo(TEXT);
        assertThat(summary.text()).isEqualTo(SUMMARY);
        assertThat(whole.id()).isEqualTo(summary.id());
        assertThat(whole.title()).isEqualTo("Truce signed");
    }

    @Test
    void asksForNoPageWhereTheFeedSaysNotTo() {
        visit(item("/truce", NOW), feed().readingPages(false));

        assertThat(site.asked()).containsExactly("/feed");
    }

    @Test
    void staysAwayWhereRobotsTxtSaysSo() {
        site.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /truce\n");

        Article article = only(visit(item("/truce", NOW)));

        assertThat(article.text()).isEqualTo(SUMMARY);
        assertThat(site.asked()).containsExactly("/feed");
    }

    @Test
    void leavesTheBacklogAsItIs() {
        Article article = only(visit(item("/truce", NOW.minus(Duration.ofHours(7)))));

        assertThat(article.text()).isEqualTo(SUMMARY);
        assertThat(site.asked()).containsExactly("/feed");
    }

    @Test
    void tellsTheOtherNewsWhileAPageIsSlow() {
        desk.close();
        desk = CopyDesk.withPages(courtesy, CLOCK, Duration.ofSeconds(4));
        site.serve("/slow", "text/html", STORY);
        long begin = System.nanoTime();

        // The newest page is asked for first: the slow one comes second.
        Visit visit = visit(item("/slow", NOW.minusSeconds(60)) + item("/truce", NOW));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
        assertThat(visit.articles()).extracting(Article::text).containsExactly(SUMMARY, TEXT);
        assertThat(visit.report().recentItems()).hasSize(2);
    }

    @Test
    void tellsAnArticleOnceWhateverBecameOfItsPage() {
        Visit first = visit(item("/missing", NOW));
        site.serve("/missing", "text/html", STORY);

        site.serve("/feed", "text/xml", rss(item("/missing", NOW) + item("/truce", NOW)));
        Visit second = visitor().visit(new FollowedFeed(feed(), first.report()));

        assertThat(only(first).text()).isEqualTo(SUMMARY);
        assertThat(second.articles()).extracting(Article::guid).containsExactly(site.url("/truce"));
    }

    @Test
    void leavesTheSummaryWhereThePageIsAnother() {
        site.serve(
                "/wall",
                "text/html",
                "<main><p>Before you continue, choose how we and our 817 partners may process your data for"
                        + " advertising, measurement and research.</p><p>You can change your choices at any time in"
                        + " the settings of your browser or by writing to the address below.</p></main>");
        site.serve("/file", "application/pdf", STORY);

        Visit visit = visit(item("/wall", NOW) + item("/file", NOW));

        assertThat(visit.articles()).extracting(Article::text).containsOnly(SUMMARY);
    }

    @Test
    void readsAPageInTheEncodingThatItNames() {
        String russian =
                "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'></head><body><p>"
                        + "Россия и Турция объявили о прекращении огня в порту, сообщили в понедельник в двух министерствах."
                        + "</p><p>Наблюдатели прибудут на пароме в среду и останутся на месяц, говорится в заявлении.</p></body></html>";
        site.serve("/ru", "text/html", russian.getBytes(Charset.forName("windows-1251")));

        Visit visit =
                visit(
                        item("/ru", NOW)
                                .replace(
                                        "Truce signed",
                                        "Россия и Турция объявили о прекращении огня")
                                .replace(SUMMARY, ""));

        assertThat(only(visit).text()).contains("Наблюдатели прибудут на пароме");
        assertThat(only(visit).language()).isEqualTo("ru");
    }

    @Test
    void asksForAFewPagesAVisitAndTellsTheRest() {
        var items = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            items.append(item("/p" + i, NOW.minusSeconds(i)));
            site.serve("/p" + i, "text/html", STORY);
        }

        Visit visit = visit(items.toString());

        assertThat(visit.articles()).hasSize(30);
        assertThat(site.asked()).hasSize(1 + Pages.MOST).contains("/p0").doesNotContain("/p29");
    }

    @Test
    void stopsAskingASiteWhosePagesSayNoMore() {
        var items = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            items.append(item("/p" + i, NOW));
            site.serve("/p" + i, "text/html", "<p>Nothing.</p>");
        }

        visit(items.toString());

        assertThat(site.asked()).hasSize(1 + Barren.ENOUGH);
    }

    private Visit visit(String items) {
        return visit(items, feed());
    }

    private Visit visit(String items, Feed feed) {
        site.serve("/feed", "text/xml; charset=utf-8", rss(items));
        return visitor().visit(new FollowedFeed(feed, null));
    }

    private FeedVisitor visitor() {
        return new FeedVisitor(courtesy, desk, CLOCK);
    }

    private Feed feed() {
        return Feed.at(site.url("/feed"));
    }

    private static Article only(Visit visit) {
        assertThat(visit.articles()).hasSize(1);
        return visit.articles().get(0);
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>Strait Daily</title><language>en</language>"
                + items
                + "</channel></rss>";
    }

    private String item(String path, Instant published) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC));
        return "<item><title>Truce signed</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate><description>%s</description></item>"
                .formatted(site.url(path), site.url(path), date, SUMMARY);
    }
}
