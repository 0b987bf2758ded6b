package org.tocsin.ingestor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.core.article.Article;

/**
 * Documents that are made to hurt. Each is answered in time that grows with its length and not
 * faster; the bound is loose, since a parser that goes back and forth takes hours for these.
 */
class LimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    record Hostile(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Hostile[] hostile() {
        String item = "<item><title>t</title><link>https://h.example/1</link></item>";
        return new Hostile[] {
            new Hostile("items without end", Reading.rss("<item/>".repeat(250_000))),
            new Hostile("unclosed items", "<rss><channel>" + "<item>".repeat(250_000)),
            new Hostile("nesting without end", Reading.rss(item + "<a>".repeat(250_000))),
            new Hostile("closing tags without end", Reading.rss("</a>".repeat(250_000) + item)),
            new Hostile("nothing but ampersands", Reading.rss("&".repeat(1_000_000))),
            new Hostile("nothing but brackets", "<".repeat(1_000_000)),
            new Hostile("document types without end", "<!DOCTYPE x [>".repeat(80_000) + item),
            new Hostile("comments that never end", "<rss>" + "<!--".repeat(250_000)),
            new Hostile("instructions that never end", "<rss>" + "<?x ".repeat(250_000)),
            new Hostile("sections that never end", "<rss>" + "<![CDATA[".repeat(130_000)),
            new Hostile("quotes that never end", "<rss>" + "<a b=\"".repeat(180_000)),
            new Hostile("an element of attributes", "<rss " + attributes(60_000) + "/>"),
            new Hostile("one line of text", Reading.rss(item("a".repeat(3_000_000)))),
            new Hostile("one line of spaces", Reading.rss(item(" ".repeat(3_000_000)))),
            new Hostile("markup inside one item", Reading.rss(item("<b>".repeat(250_000)))),
            new Hostile(
                    "escaped markup inside one item", Reading.rss(item("&lt;b>".repeat(150_000)))),
            new Hostile(
                    "fields inside one item", Reading.rss(item("<link>x</link>".repeat(30_000)))),
            new Hostile("a page of tags", "<html>" + "<b>".repeat(130_000)),
            new Hostile("JSON arrays without end", "{\"items\":" + "[".repeat(130_000)),
            new Hostile("JSON items without end", "{\"items\":[" + "{},".repeat(400_000) + "{}]}"),
            new Hostile("a JSON field of arrays", "{\"x\":[" + "[],".repeat(400_000) + "[]]}"),
            new Hostile("dates that look like dates", Reading.rss(dates(2_000))),
        };
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void answersInTimeWhateverIsPiledUp(Hostile document) {
        byte[] body = document.text.getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();

        ParseResult result = Reading.of(body);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        assertThat(result.toString()).doesNotContain("the parser failed");
    }

    @Test
    void readsTheFirstItemsOfTooMany() {
        ParseResult result =
                Reading.of(Reading.rss("<item><title>t</title></item>".repeat(60_000)));

        assertThat(Reading.feed(result).articles()).hasSize(FeedParser.MOST_ITEMS);
        assertThat(Reading.feed(result).warnings())
                .anyMatch(word -> word.contains("only the first"));
    }

    @Test
    void boundsEachField() {
        Article article =
                Reading.rssItem(
                        "<item><title>%s</title><description>%s</description><guid>%s</guid><link>https://h.example/%s</link></item>"
                                .formatted(
                                        "t".repeat(50_000),
                                        "d".repeat(300_000),
                                        "g".repeat(50_000),
                                        "l".repeat(50_000)));

        assertThat(article.title()).hasSize(2_000);
        assertThat(article.text()).hasSize(200_000);
        assertThat(article.guid()).hasSize(2_000);
        assertThat(article.url()).isNull();
    }

    @Test
    void letsNoEntityGrowADocument() {
        String doctype = "<!DOCTYPE rss [<!ENTITY a \"" + "ha".repeat(100) + "\">]>";
        String text =
                doctype + Reading.rss("<item><title>" + "&a;".repeat(250_000) + "</title></item>");

        assertThat(XmlCleanup.clean(text).text().length()).isLessThan(text.length() * 3);
    }

    @Test
    void refusesADocumentBeyondAllBounds() {
        ParseResult result = Reading.of(new byte[FeedParser.MOST_BYTES + 1]);

        assertThat(result).isEqualTo(ParseResult.Refused.because("longer than 20000000 bytes"));
    }

    private static String item(String description) {
        return "<item><title>t</title><description>" + description + "</description></item>";
    }

    private static String attributes(int count) {
        var attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append("a").append(i).append("='x' xmlns:p").append(i).append("='u' ");
        }
        return attributes.toString();
    }

    private static String dates(int count) {
        String date = "1-1 ".repeat(25);
        return ("<item><title>t</title><pubDate>" + date + "</pubDate></item>").repeat(count);
    }
}
