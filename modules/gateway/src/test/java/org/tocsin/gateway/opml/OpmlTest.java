package org.tocsin.gateway.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.feed.Feed;
import org.tocsin.gateway.opml.FeedList.LeftOut;

class OpmlTest {

    private static final Feed PILOT = Feed.at("https://pilot.example/rss?a=1&b=2");
    private static final Feed MARFA = Feed.at("https://marfa.example/feed");

    @Test
    void findsFeedsInFoldersOfAnyDepth() throws Exception {
        String opml =
                """
                <?xml version="1.0"?>
                <!-- exported -->
                <opml version="1.1"><head><title>Mine</title></head><body>
                  <outline text="Coast" category="/sea"><outline text="North"><outline
                    type="rss" text="Pilot &amp; Buoy" xmlUrl="https://pilot.example/rss?a=1&amp;b=2"
                    htmlUrl="https://pilot.example/" language="unknown"/></outline></outline>
                  <OUTLINE TITLE="مرفأ" TEXT="other" XMLURL=" https://marfa.example/feed "></OUTLINE>
                </body></opml>
                """;

        assertThat(feeds(opml)).containsExactly(PILOT.titled("Pilot & Buoy"), MARFA.titled("مرفأ"));
        assertThat(Opml.read(opml.getBytes(UTF_8), null).leftOut()).isEmpty();
    }

    @Test
    void givesTheSameFeedsThatItWasGiven() throws Exception {
        List<Feed> feeds =
                List.of(
                        PILOT,
                        MARFA.titled("<b>\"Harbour\" & 'quay'</b>\u00a0é"),
                        Feed.at("https://one.example/")
                                .from("one.example")
                                .speaking("pt-BR")
                                .every(Duration.ofMinutes(5))
                                .enabled(false)
                                .readingPages(false)
                                .obeyingRobots(false));

        String opml = Opml.write(feeds);

        assertThat(feeds(opml)).isEqualTo(feeds);
        assertThat(Opml.write(feeds(opml))).isEqualTo(opml);
    }

    @Test
    void readsItsOwnSettingsUnderAnyPrefix() throws Exception {
        String opml =
                """
                <opml xmlns:t="urn:tocsin:feed" xmlns:x="urn:other"><body>
                <outline text="a" xmlUrl="https://a.example/" t:interval="PT9M" x:interval="no"/>
                <outline text="b" xmlUrl="https://b.example/" tocsin:pages="false" y:undeclared="1"/>
                </body></opml>
                """;

        assertThat(feeds(opml))
                .containsExactly(
                        Feed.at("https://a.example/").titled("a").every(Duration.ofMinutes(9)),
                        Feed.at("https://b.example/").titled("b").readingPages(false));
    }

    @Test
    void leavesOutWhatCannotBeReadAndSaysWhere() throws Exception {
        String opml =
                """
                <opml><body>
                  <outline text="Caf&eacute; &mdash; x"/><outline text="Files" xmlUrl="file:///etc/passwd"/>
                  <outline
                     text="Soon"
                     xmlUrl="https://a.example/" tocsin:interval="soon"/>
                  <outline text="Folder"><outline text="b" xmlUrl="https://b.example/"/></outline>
                  <outline text="Off" isComment="true"/>
                  <outline type="rss" text="Empty" xmlUrl=""></outline>
                </body></opml>
                """;

        FeedList list = Opml.read(opml.getBytes(UTF_8), null);

        assertThat(list.feeds()).hasSize(1);
        assertThat(list.leftOut())
                .extracting(LeftOut::line, LeftOut::column)
                .containsExactly(tuple(2, 3), tuple(2, 42), tuple(3, 3), tuple(8, 3));
        assertThat(list.leftOut())
                .extracting(LeftOut::reason)
                .satisfiesExactly(
                        first -> assertThat(first).contains("Café — x", "no xmlUrl"),
                        second -> assertThat(second).contains("file:///etc/passwd"),
                        third -> assertThat(third).contains("interval", "soon"),
                        fourth -> assertThat(fourth).contains("Empty"));
    }

    private static org.assertj.core.groups.Tuple tuple(int line, int column) {
        return org.assertj.core.groups.Tuple.tuple(line, column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<opml>\\n <body>\\n  <outline text='a&b=1'/></body></opml>|3|21|delimiter",
                "<opml>\\n <body>\\n  <outline text='a'></body></opml>|3|23|outline",
                "<opml><body>\\n<outline text='&eacute;&eacute;' text='b'/></body></opml>|2|42|already",
                "<opml>\\n<body>|2|7|end",
                "''|1|1|Premature",
                "just words|1|1|prolog",
                "<html>\\n</html>|1|1|<html>",
                "<opml>&nobody;</opml>|1|15|nobody"
            })
    void saysWhereAndWhyADocumentIsNotWellFormed(
            String document, int line, int column, String reason) {
        String opml = document.replace("\\n", "\n");

        assertThatThrownBy(() -> Opml.read(opml.getBytes(UTF_8), null))
                .isInstanceOfSatisfying(
                        BadOpml.class,
                        bad -> {
                            assertThat(bad.line()).isEqualTo(line);
                            assertThat(bad.column()).isEqualTo(column);
                        })
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251", "ISO-8859-5", "KOI8-R"})
    void readsTheEncodingThatTheDocumentNames(String encoding) throws Exception {
        boolean marked = encoding.startsWith("UTF");
        String declared = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\r\n";
        String opml =
                (marked ? "\ufeff" : "")
                        + declared
                        + "<opml><outline text=\"Причал\" xmlUrl=\"https://marfa.example/feed\"/></opml>";

        FeedList list = Opml.read(opml.getBytes(Charset.forName(encoding)), null);

        assertThat(list.feeds().get(0).on(MARFA).title()).isEqualTo("Причал");
    }

    @Test
    void saysWhereBytesAreNotInTheEncodingTheyClaim() {
        byte[] latin =
                "<opml>\n<outline text='Caf\u00e9'/></opml>"
                        .getBytes(Charset.forName("ISO-8859-1"));

        assertThatThrownBy(() -> Opml.read(latin, null))
                .isInstanceOfSatisfying(
                        BadOpml.class,
                        bad -> {
                            assertThat(bad.line()).isEqualTo(2);
                            assertThat(bad.column()).isEqualTo(19);
                        })
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Opml.read(latin, "x-none")).hasMessageContaining("x-none");
    }

    @Test
    void opensAndExpandsNothingThatADoctypeDeclares() {
        String external =
                "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<opml><body><outline text=\"&x;\" xmlUrl=\"https://a.example/\"/></body></opml>";
        String laughs =
                "<!DOCTYPE opml [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                        + "<opml><body><outline text=\"&b;\" xmlUrl=\"https://a.example/\"/></body></opml>";

        assertThatThrownBy(() -> Opml.read(external.getBytes(UTF_8), null))
                .isInstanceOf(BadOpml.class)
                .hasMessageContaining("\"x\"");
        assertThatThrownBy(() -> Opml.read(laughs.getBytes(UTF_8), null))
                .isInstanceOf(BadOpml.class)
                .hasMessageContaining("\"b\"");
    }

    @Test
    void passesOverADoctypeThatNobodyRefersTo() throws Exception {
        String opml =
                "<!DOCTYPE opml SYSTEM \"http://127.0.0.1:1/opml.dtd\">"
                        + "<opml><outline xmlUrl=\"https://marfa.example/feed\"/></opml>";

        assertThat(feeds(opml)).containsExactly(MARFA);
    }

    @Test
    void takesAHundredThousandFeedsAndNoBottomlessOnes() throws Exception {
        var many = new StringBuilder("<opml><body>\n");
        for (int i = 0; i < 100_000; i++) {
            many.append("<outline text='&eacute;' xmlUrl='https://h.example/")
                    .append(i)
                    .append("'/>\n");
        }
        many.append("<outline text='&eacute;' xmlUrl='none'/></body></opml>");
        String deep = "<opml>" + "<outline text='x'>".repeat(100_000);

        FeedList list = Opml.read(many.toString().getBytes(UTF_8), null);

        assertThat(list.feeds()).hasSize(100_000);
        assertThat(list.leftOut()).extracting(LeftOut::line).containsExactly(100_002);
        assertThatThrownBy(() -> Opml.read(deep.getBytes(UTF_8), null))
                .isInstanceOf(BadOpml.class)
                .hasMessageContaining("200");
        assertThatThrownBy(() -> Opml.read(new byte[Opml.LONGEST + 1], null))
                .isInstanceOf(BadOpml.class);
    }

    private static List<Feed> feeds(String opml) throws BadOpml {
        return Opml.read(opml.getBytes(UTF_8), null).feeds().stream()
                .map(edit -> edit.on(Feed.at(edit.url())))
                .toList();
    }
}
