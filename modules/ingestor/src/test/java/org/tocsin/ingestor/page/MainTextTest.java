package org.tocsin.ingestor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layouts of pages, each around the same invented story. */
class MainTextTest {

    private static final String TITLE = "Truce signed in the port";
    private static final List<String> STORY =
            List.of(
                    "The two governments signed a truce in the port on Monday, nine days after the ferries stopped.",
                    "Under its terms all guns fall silent at midnight, prisoners are exchanged within a week, and"
                            + " the strait is open to ships of both sides.",
                    "\"We share the sea, and we shall share the peace,\" the minister told reporters on the quay.",
                    "Observers will cross the strait on Wednesday; their report is due within a month.",
                    "The last truce, signed two years ago, held for eleven days.");
    private static final String TEXT = String.join("\n", STORY);
    private static final String PARAGRAPHS =
            STORY.stream().map(p -> "<p>" + p + "</p>").collect(Collectors.joining("\n"));
    private static final String TEASERS =
            "<p>Fishermen found a mine off the northern coast, and the navy blew it up at dawn today.</p>"
                    + "<p>Grain prices rose by a tenth after the harvest failed in three provinces.</p>";

    private static final String HEADER =
            "<header><a href='/'>Strait Daily</a><nav><ul><li><a href='/w'>World</a><li><a href='/s'>Sport</a></ul>"
                    + "</nav></header>";
    private static final String FOOTER =
            "<footer>© 2024 Strait Daily. <a href='/i'>Imprint</a></footer>"
                    + "<div id='cookie-consent'>Cookies help us to show you what you want to see, we think.</div>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Marked as an article.
                "<main><article><h1>Truce signed in the port</h1><p class='byline'>By Ann Lee</p>"
                        + "<time>20 May 2024</time>STORY</article></main><aside>TEASERS</aside>",
                // Marked by schema.org, in a page of divs.
                "<div id='p'><div class='head'><h1>Truce signed in the port</h1></div>"
                        + "<div itemprop='articleBody'>STORY</div><div class='x'>TEASERS</div></div>",
                // Nothing marked at all.
                "<div><div>STORY</div><div><h3>Elsewhere</h3><div class='y'><a href='/1'>Mine found</a></div></div></div>",
                // A table for a page.
                "<table><tr><td><a href='/1'>Mine found</a><br><a href='/2'>Grain dearer</a></td><td>STORY</td></tr></table>",
                // Advertisements between the parts of the body.
                "<div class='c'><div class='part'>STORY1</div><div class='ad-slot'>Buy our boats today!</div>"
                        + "<div class='part'>STORY2</div></div>",
                // Share bar, tags, related items and a newsletter inside the body.
                "<article><div class='share'><a href='#'>Post it</a></div>STORY1<div class='related'><h4>Related</h4>TEASERS</div>"
                        + "<figure><img src='x'><figcaption>The port in 2019, before the navy shelled it.</figcaption></figure>"
                        + "STORY2<form class='newsletter'>Get our news each morning, free of charge.</form>"
                        + "<ul class='tags'><li><a href='/t'>truce</a><li><a href='/n'>navy</a></ul></article>",
                // More words in the comments than in the story.
                "<article><h1>Truce signed in the port</h1>STORY</article><section id='comments'><h3>12 comments</h3>"
                        + "TEASERSTEASERSTEASERSTEASERSTEASERS</section>",
                // A whole page in a form, as some frameworks have it.
                "<form action='/'><div class='article-content'>STORY</div></form>",
            })
    void findsTheStory(String layout) {
        assertThat(MainText.of(page(layout), "https://strait.example/1", TITLE)).contains(TEXT);
    }

    @Test
    void takesTheBodyFromThePagesDataWhereAScriptBuildsThePage() {
        String data =
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"x\","
                        + "\"articleBody\":\""
                        + TEXT.replace("\"", "\\\"").replace("\n", "\\n")
                        + "\"}]}</script>";

        assertThat(MainText.of(page(data + "<div id='app'></div>"), null, TITLE)).contains(TEXT);
    }

    @Test
    void readsParagraphsThatAreOnlyLineBreaks() {
        String breaks = "<div class='body'>" + String.join("<br><br>", STORY) + "</div>";

        assertThat(MainText.of(page(breaks), null, TITLE)).contains(TEXT);
    }

    @Test
    void keepsAListOfTermsInTheStory() {
        String terms =
                "<ul><li>All guns fall silent at midnight on Tuesday</li><li>Prisoners are exchanged within a week</li></ul>";

        assertThat(MainText.of(page("<article>" + PARAGRAPHS + terms + "</article>"), null, TITLE))
                .contains(
                        TEXT
                                + "\nAll guns fall silent at midnight on Tuesday\nPrisoners are exchanged within a week");
    }

    @Test
    void findsNothingOnAPageWithoutAStory() {
        assertThat(MainText.of(page("<ul><li><a href='/1'>Mine found</a></ul>"), null, TITLE))
                .isEmpty();
        assertThat(MainText.of("", null, TITLE)).isEmpty();
        assertThat(MainText.of("<frameset><frame src='x'></frameset>", null, TITLE)).isEmpty();
        assertThat(MainText.of("<script type='application/ld+json'>{\"articleBody\":", null, TITLE))
                .isEmpty();
    }

    private static String page(String layout) {
        String first =
                STORY.stream().limit(3).map(p -> "<p>" + p + "</p>").collect(Collectors.joining());
        String rest =
                STORY.stream().skip(3).map(p -> "<p>" + p + "</p>").collect(Collectors.joining());
        return "<!DOCTYPE html><html><head><title>Truce | Strait Daily</title></head><body>"
                + HEADER
                + layout.replace("STORY1", first)
                        .replace("STORY2", rest)
                        .replace("STORY", PARAGRAPHS)
                        .replace("TEASERS", TEASERS)
                + FOOTER
                + "</body></html>";
    }
}
