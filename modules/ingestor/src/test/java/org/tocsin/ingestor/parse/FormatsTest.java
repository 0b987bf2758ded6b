package org.tocsin.ingestor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.article.ArticleId;

class FormatsTest {

    @Test
    void readsAnRssItemWithAllItsFields() {
        Article article =
                Reading.rssItem(
                        """
                        <item><title>Ferry resumes</title><link>https://harbour.example/1</link>
                        <guid isPermaLink="false">h-1</guid><author>desk@harbour.example (Ada Quay)</author>
                        <category>Transport</category><pubDate>Sun, 19 May 2024 08:30:00 +0200</pubDate>
                        <description>&lt;p&gt;It sails.&lt;/p&gt;&lt;p&gt;Twice a day.&lt;/p&gt;</description></item>
                        """);

        assertThat(article.title()).isEqualTo("Ferry resumes");
        assertThat(article.text()).isEqualTo("It sails.\nTwice a day.");
        assertThat(article.guid()).isEqualTo("h-1");
        assertThat(article.url()).isEqualTo("https://harbour.example/1");
        assertThat(article.source()).isEqualTo("harbour.example");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.published()).isEqualTo(Instant.parse("2024-05-19T06:30:00Z"));
        assertThat(article.authors()).containsExactly("Ada Quay");
        assertThat(article.categories()).containsExactly("Transport");
        assertThat(article.id())
                .isEqualTo(
                        ArticleId.of(null, "h-1", article.url(), article.title(), article.text()));
    }

    @Test
    void takesEncodedContentOverTheDescription() {
        Article article =
                Reading.rssItem(
                        """
                        <item><title>t</title><description>Short.</description>
                        <content:encoded><![CDATA[<div>Long <b>story</b>.</div>]]></content:encoded></item>
                        """);

        assertThat(article.text()).isEqualTo("Long story.");
    }

    @Test
    void readsRdfItemsBesideTheirChannel() {
        ParseResult result =
                Reading.of(
                        """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                         xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                        <channel rdf:about="https://r.example/"><title>R</title><link>https://r.example/</link></channel>
                        <item rdf:about="https://r.example/a"><title>One</title><link>https://r.example/a</link>
                        <dc:date>2024-05-01T00:00:00Z</dc:date><dc:creator>Bo</dc:creator></item></rdf:RDF>
                        """);

        Article article = Reading.only(result);
        assertThat(article.guid()).isEqualTo("https://r.example/a");
        assertThat(article.published()).isEqualTo(Instant.parse("2024-05-01T00:00:00Z"));
        assertThat(article.authors()).containsExactly("Bo");
    }

    @Test
    void readsAtomWithXhtmlAndAnAlternateLink() {
        Article article =
                Reading.atomEntry(
                        """
                        <entry><id>tag:liman.example,2024:1</id><title type="html">Fish &amp;amp; &lt;i>chips&lt;/i></title>
                        <link rel="self" href="https://liman.example/1.atom"/>
                        <link rel="alternate" href="https://liman.example/1"/>
                        <author><name>Can</name><email>can@liman.example</email></author>
                        <category term="food" label="Food"/>
                        <published>2024-05-01T10:00:00Z</published><updated>2024-05-02T10:00:00Z</updated>
                        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Fresh.</p><p>Daily.</p></div></content>
                        </entry>
                        """);

        assertThat(article.title()).isEqualTo("Fish & chips");
        assertThat(article.url()).isEqualTo("https://liman.example/1");
        assertThat(article.text()).isEqualTo("Fresh.\nDaily.");
        assertThat(article.language()).isEqualTo("tr");
        assertThat(article.updated()).isEqualTo(Instant.parse("2024-05-02T10:00:00Z"));
        assertThat(article.authors()).containsExactly("Can");
        assertThat(article.categories()).containsExactly("Food");
    }

    @Test
    void readsAtomThreeWithBase64AndIssuedDates() {
        ParseResult result =
                Reading.of(
                        """
                        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title>
                        <entry><title>t</title><link rel="alternate" href="https://old.example/1"/><id>x</id>
                        <issued>2004-02-03T10:00:00+01:00</issued><modified>2004-02-04T00:00:00Z</modified>
                        <content type="text/html" mode="base64">PHA+SGVsbG8gPGI+YWdhaW48L2I+PC9wPg==</content></entry></feed>
                        """);

        Article article = Reading.only(result);
        assertThat(article.text()).isEqualTo("Hello again");
        assertThat(article.published()).isEqualTo(Instant.parse("2004-02-03T09:00:00Z"));
        assertThat(article.updated()).isEqualTo(Instant.parse("2004-02-04T00:00:00Z"));
    }

    @Test
    void readsJsonFeeds() {
        ParseResult result =
                Reading.of(
                        """
                        {"version":"https://jsonfeed.org/version/1.1","title":"J","language":"de",
                         "home_page_url":"https://j.example/","items":[{"id":7,"url":"/seven","title":"Sieben",
                         "content_html":"<p>Eins</p><p>zwei</p>","date_published":"2024-05-01T12:00:00+02:00",
                         "authors":[{"name":"Eva"}],"tags":["a"]}]}
                        """);

        Article article = Reading.only(result);
        assertThat(article.guid()).isEqualTo("7");
        assertThat(article.url()).isEqualTo("https://j.example/seven");
        assertThat(article.text()).isEqualTo("Eins\nzwei");
        assertThat(article.language()).isEqualTo("de");
        assertThat(article.authors()).containsExactly("Eva");
    }

    @Test
    void keepsWholeItemsOfJsonThatEndsEarly() {
        ParseResult result =
                Reading.of(
                        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"a\"},{\"id\":\"2\",\"ti");

        assertThat(Reading.only(result).guid()).isEqualTo("1");
        assertThat(Reading.feed(result).warnings()).isNotEmpty();
    }

    @Test
    void readsNewsSitemaps() {
        ParseResult result =
                Reading.of(
                        """
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                         xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                        <url><loc>https://s.example/1</loc><news:news><news:publication><news:language>en</news:language></news:publication>
                        <news:publication_date>2024-05-01</news:publication_date><news:title>Mapped</news:title></news:news></url></urlset>
                        """);

        Article article = Reading.only(result);
        assertThat(article.title()).isEqualTo("Mapped");
        assertThat(article.url()).isEqualTo("https://s.example/1");
        assertThat(article.published()).isEqualTo(Instant.parse("2024-05-01T00:00:00Z"));
    }

    @Test
    void namesTheFeedsOfAPageThatIsNone() {
        ParseResult result =
                Reading.from(
                        "https://p.example/news/",
                        """
                        <!doctype html><html><head>
                        <link rel="alternate" type="application/rss+xml" href="feed.xml"></head></html>
                        """);

        assertThat(result).isInstanceOf(ParseResult.Refused.class);
        assertThat(((ParseResult.Refused) result).feeds())
                .containsExactly("https://p.example/news/feed.xml");
    }

    @Test
    void refusesWhatIsNoFeedWithAReason() {
        assertThat(Reading.of("<note><body/></note>"))
                .isEqualTo(ParseResult.Refused.because("not a feed: its root element is <note>"));
        assertThat(Reading.of("hello")).isInstanceOf(ParseResult.Refused.class);
        assertThat(Reading.of("{\"a\":1}")).isInstanceOf(ParseResult.Refused.class);
        assertThat(Reading.of(" ")).isInstanceOf(ParseResult.Refused.class);
    }
}
