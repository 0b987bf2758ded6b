package org.tocsin.ingestor.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.ingestor.hostile.Misdeed.page;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.fetch.Egress;
import org.tocsin.ingestor.visit.Visit;

/**
 * Documents that mean harm, served well: what is good in them is read, and nothing else happens.
 */
@Timeout(300)
class HostileDocumentTest {

    private final Visits visits = new Visits(Egress.direct(AddressGuard.allowingLoopback()));
    private HostileServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HostileServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        visits.close();
        server.close();
    }

    @Test
    void opensNoExternalEntity() {
        String leak = server.at("/leak", page("leaked"));
        String doctype =
                "<!DOCTYPE rss SYSTEM '%s' [<!ENTITY f SYSTEM 'file:///etc/passwd'>"
                        + "<!ENTITY h SYSTEM '%s'><!ENTITY %% p SYSTEM '%s'>%%p;]>";

        Visit visit =
                visit(doctype.formatted(leak, leak, leak) + feed(item("1", "safe &f; &h; words")));

        assertThat(server.asked()).isEqualTo(1);
        assertThat(visit.articles()).hasSize(1);
        assertThat(visit.articles().get(0).title())
                .startsWith("safe")
                .doesNotContain("root:", "leaked");
    }

    @Test
    void letsABillionLaughsDieAway() {
        var doctype = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 30; i++) {
            doctype.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }

        Visit visit = visit(doctype + "]>" + feed(item("1", "funny &l29;"), item("2", "calm")));

        assertThat(titles(visit)).contains("calm");
        assertThat(visit.articles()).allMatch(article -> article.title().length() <= 2_000);
    }

    @Test
    void keepsApartWhatOneGuidIsGivenTo() {
        Visit visit = visit(feed(item("same", "one"), item("same", "two"), item("same", "three")));

        assertThat(titles(visit)).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(visit.articles()).extracting(Article::id).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatAReusedGuidStandsForNow() {
        String url = server.at("/feed", page(feed(item("1", "old"))));
        Visit first = visits.to(url);
        server.at("/feed", page(feed(item("1", "new"))));

        Visit second = visits.again(url, first.report());

        assertThat(titles(first)).containsExactly("old");
        assertThat(titles(second)).containsExactly("new");
    }

    @Test
    void believesTheBytesWhereTheClaimsOnTheirEncodingLie() {
        String words = "Größe, “naïve” café";
        assertThat(encoded(words, StandardCharsets.UTF_8, "utf-16", "iso-8859-1")).isEqualTo(words);
        assertThat(encoded(words, StandardCharsets.UTF_16LE, "utf-8", "utf-8")).isEqualTo(words);
        assertThat(encoded(words, Charset.forName("windows-1252"), "utf-8", "us-ascii"))
                .isEqualTo(words);
        assertThat(encoded(words, StandardCharsets.UTF_8, "no-such", "klingon")).isEqualTo(words);
    }

    @Test
    void tellsNoScriptAndNoLinkThatRuns() {
        String script =
                "&lt;script&gt;alert(1)&lt;/script&gt;<![CDATA[<img src=x onerror=alert(2)>]]>";
        String item =
                "<item><guid>1</guid><title>calm "
                        + script
                        + "</title>"
                        + "<link>javascript:alert(3)</link><description>text "
                        + script
                        + "&lt;iframe src='data:text/html,x'&gt;&lt;/iframe&gt;</description></item>";

        Article article = visit(feed(item)).articles().get(0);

        assertThat(article.title()).isEqualTo("calm");
        assertThat(article.text()).isEqualTo("text");
        assertThat(String.valueOf(article.url())).doesNotContain("javascript");
    }

    @Test
    void readsNoMillionItems() {
        String million = feed(many(1_000_000, i -> "<item><title>%d</title></item>".formatted(i)));

        Visit visit = visit(million);
        Visit packed =
                visits.to(
                        server.at(
                                "/packed",
                                page(
                                        Bombs.gzip(million.getBytes(StandardCharsets.UTF_8)),
                                        "Content-Encoding: gzip")));

        assertThat(visit.report().cause()).isEqualTo(Cause.SIZE);
        assertThat(packed.report().cause()).isEqualTo(Cause.SIZE);
    }

    @Test
    void readsTheFirstOfAsManyItemsAsFitIntoTheLimit() {
        Visit visit =
                visit(feed(many(250_000, i -> "<item><title>%d</title></item>".formatted(i))));

        assertThat(visit.report().outcome()).isEqualTo("fetched");
        assertThat(visit.articles()).hasSizeBetween(1, 5_000);
    }

    @Test
    void readsNoLineOfTwoHundredMillionCharacters() {
        byte[] piece = "x".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        String url =
                server.at(
                        "/feed",
                        line -> {
                            line.write("HTTP/1.1 200 OK\r\n\r\n<rss><channel><item><title>");
                            for (int i = 0; i < 200; i++) {
                                line.write(piece);
                            }
                        });

        assertThat(visits.to(url).report().cause()).isEqualTo(Cause.SIZE);
    }

    @Test
    void cutsALineThatFitsIntoTheLimit() {
        String line = "x".repeat(4_000_000);

        Visit visit =
                visit(
                        feed(
                                "<item><guid>1</guid><title>"
                                        + line
                                        + "</title><description>"
                                        + line
                                        + "</description></item>"));

        Article article = visit.articles().get(0);
        assertThat(article.title()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(article.text()).hasSizeLessThanOrEqualTo(200_000);
    }

    @Test
    void survivesNestingWithoutEnd() {
        for (String open :
                List.of("<a>", "<item>", "[", "{\"items\":[", "<![CDATA[<div>", "&lt;b&gt;")) {
            Visit visit = visit(open.repeat(1_000_000 / open.length()));

            assertThat(visit.report().cause()).as(open).isNotEqualTo(Cause.OURS);
            assertThat(String.valueOf(visit.report().reason())).doesNotContain("parser failed");
        }
    }

    @Test
    void survivesOneTagWithAttributesWithoutEnd() {
        String attributes = many(100_000, i -> " a%d='%d'".formatted(i, i));

        Visit visit =
                visit("<rss" + attributes + "><channel>" + item("1", "one") + "</channel></rss>");

        assertThat(visit.report().cause()).isNotEqualTo(Cause.OURS);
    }

    @Test
    void takesFuriousPatternsInLinearTime() {
        String[] furies = {
            "&",
            "<",
            "&#",
            "<!--",
            "]]>",
            " \n\t",
            "<!DOCTYPE ",
            "&lt;!--",
            "&lt;a ",
            "http://",
            "=?"
        };
        for (String fury : furies) {
            String document = fury.repeat(300_000 / fury.length());
            long start = cpuTime();

            Visit visit =
                    visit(feed("<item><guid>1</guid><title>one</title><description>" + document));

            // In quadratic time it would be minutes.
            assertThat(visit.report().cause()).isNotEqualTo(Cause.OURS);
            assertThat(cpuTime() - start).as(fury).isLessThan(Duration.ofSeconds(8).toNanos());
        }
    }

    /** Of this thread, which visits: other builds on the machine do not count. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void outlivesAnErrorOfOurOwn() {
        AddressGuard broken =
                AddressGuard.allowingLoopback()
                        .resolvingBy(
                                host -> {
                                    throw new StackOverflowError();
                                });

        try (var breaking = new Visits(Egress.direct(broken))) {
            Visit visit = breaking.to(server.url("/feed"));

            assertThat(visit.report().cause()).isEqualTo(Cause.OURS);
            assertThat(visit.report().nextDue()).isAfter(Visits.NOW);
        }
    }

    private Visit visit(String document) {
        return visits.to(server.at("/feed", page(document)));
    }

    private String encoded(String words, Charset truth, String header, String declared) {
        String document =
                "<?xml version='1.0' encoding='" + declared + "'?>" + feed(item("1", words));
        String url =
                server.at(
                        "/" + truth + header,
                        page(
                                document.getBytes(truth),
                                "Content-Type: text/xml; charset=" + header));
        return visits.to(url).articles().get(0).title();
    }

    private static List<String> titles(Visit visit) {
        return visit.articles().stream().map(Article::title).toList();
    }

    private static String many(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining());
    }

    private static String item(String guid, String title) {
        return "<item><guid isPermaLink='false'>"
                + guid
                + "</guid><title>"
                + title
                + "</title></item>";
    }

    private static String feed(String... items) {
        return "<rss version='2.0'><channel><title>F</title>"
                + String.join("", items)
                + "</channel></rss>";
    }
}
