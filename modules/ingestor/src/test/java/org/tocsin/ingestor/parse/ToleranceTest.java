package org.tocsin.ingestor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.article.Article;

class ToleranceTest {

    @Test
    void readsNakedMarkupInTitles() {
        Article article = Reading.rssItem("<item><title>The <b>big</b> one</title></item>");

        assertThat(article.title()).isEqualTo("The big one");
    }

    @Test
    void readsHtmlEntitiesAndBareAmpersands() {
        Article article =
                Reading.rssItem(
                        "<item><title>Caf&eacute; R&D &amp;#8217;s AT&amp;amp;T 1 &lt; 2</title>"
                                + "<link>https://a.example/?a=1&b=2</link></item>");

        assertThat(article.title()).isEqualTo("Café R&D ’s AT&T 1 < 2");
        assertThat(article.url()).isEqualTo("https://a.example/?a=1&b=2");
    }

    @Test
    void readsPrefixesThatNobodyDeclared() {
        ParseResult result =
                Reading.of(
                        "<rss version='2.0'><channel><item><dc:title>D</dc:title>"
                                + "<content:encoded><![CDATA[<p>C</p>]]></content:encoded>"
                                + "<dc:date>2024-01-02</dc:date></item></channel></rss>");

        Article article = Reading.only(result);
        assertThat(article.title()).isEqualTo("D");
        assertThat(article.text()).isEqualTo("C");
        assertThat(article.published()).isNotNull();
    }

    @Test
    void dropsControlCharacters() {
        Article article = Reading.rssItem("<item><title>a\u0001b\u000bc&#2;</title></item>");

        assertThat(article.title()).isEqualTo("abc");
    }

    @Test
    void keepsTheWholeItemsOfATruncatedDocument() {
        String whole =
                Reading.rss("<item><title>one</title></item><item><title>two</title></item>");

        ParseResult result = Reading.of(whole.substring(0, whole.indexOf("two") + 2));

        assertThat(Reading.only(result).title()).isEqualTo("one");
        assertThat(Reading.feed(result).warnings()).anyMatch(w -> w.contains("ends inside"));
    }

    @Test
    void mendsTagsThatDoNotMatch() {
        ParseResult result =
                Reading.of(
                        "<rss><channel><item><title>a</titel></title><description>x<br>y"
                                + "</description></item><item><title>b</title></item></channel>");

        assertThat(Reading.feed(result).articles()).extracting(Article::title).contains("b");
    }

    @Test
    void resolvesRelativeLinksAgainstTheBasesAroundThem() {
        ParseResult result =
                Reading.from(
                        "https://liman.example/feeds/all.atom",
                        Reading.atom(
                                "<entry xml:base='../2024/'><title>t</title>"
                                        + "<link href='may.html'/></entry>"));

        assertThat(Reading.only(result).url()).isEqualTo("https://liman.example/2024/may.html");
    }

    @Test
    void takesAPermanentGuidForTheLinkThatIsMissing() {
        Article article =
                Reading.rssItem("<item><title>t</title><guid>https://h.example/9</guid></item>");

        assertThat(article.url()).isEqualTo("https://h.example/9");
        assertThat(Reading.rssItem("<item><guid>h-9</guid></item>").url()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-8", "UTF-16LE", "UTF-16BE", "KOI8-R", "UTF-32BE"})
    void readsTheDeclaredEncoding(String name) {
        String text =
                "<?xml version=\"1.0\" encoding=\"%s\"?><rss><channel><item><title>Порт закрыт</title></item></channel></rss>"
                        .formatted(name);

        assertThat(Reading.only(Reading.of(text, Charset.forName(name))).title())
                .isEqualTo("Порт закрыт");
    }

    @Test
    void believesTheBytesOverAWrongDeclaration() {
        String text =
                "<?xml version='1.0' encoding='%s'?><rss><channel><item><title>Übermut</title></item></channel></rss>";

        assertThat(Reading.only(Reading.of(text.formatted("iso-8859-1"))).title())
                .isEqualTo("Übermut");
        assertThat(
                        Reading.only(
                                        Reading.of(
                                                text.formatted("utf-8"),
                                                StandardCharsets.ISO_8859_1))
                                .title())
                .isEqualTo("Übermut");
    }

    @Test
    void neverOpensAnExternalEntityAndNeverLetsOneGrow() {
        ParseResult result =
                Reading.of(
                        """
                        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">
                        <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>
                        <rss><channel><item><title>x &f; &c; &a;</title></item></channel></rss>
                        """);

        assertThat(Reading.only(result).title()).isEqualTo("x &f; &c; ha");
    }

    @Test
    void survivesElementsNestedWithoutEnd() {
        String deep = Reading.rss("<item><title>t</title>" + "<a>".repeat(50_000) + "</item>");

        assertThat(Reading.feed(Reading.of(deep)).articles()).isNotEmpty();
    }

    @Test
    void tellsTheLanguageWhereNobodyDeclaresIt() {
        ParseResult result =
                Reading.of(
                        "<rss><channel><item><title>أعلن الوزير اليوم فتح المعبر</title></item>"
                                + "</channel></rss>");

        assertThat(Reading.only(result).language()).isEqualTo("ar");
    }
}
