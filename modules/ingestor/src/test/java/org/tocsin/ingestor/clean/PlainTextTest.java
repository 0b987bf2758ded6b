package org.tocsin.ingestor.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void makesALineOfEachParagraph() {
        assertThat(
                        PlainText.ofHtml(
                                "<p>One\n two</p>\n<p>three<br>four</p><ul><li>five<li>six</ul>"))
                .isEqualTo("One two\nthree\nfour\nfive\nsix");
    }

    @Test
    void keepsScriptsFormsAndShareBarsOut() {
        assertThat(
                        PlainText.ofHtml(
                                "<p>News.</p><script>x()</script><style>p{}</style>"
                                        + "<div class='sharedaddy sd'>Tweet it</div><form>Name <input></form>"
                                        + "<p><a href='#'>Read more</a></p>"
                                        + "<p>The post <a>News</a> appeared first on <a>Us</a>.</p>"))
                .isEqualTo("News.");
    }

    @Test
    void joinsWrappedLinesAndPartsFinishedOnes() {
        assertThat(PlainText.ofText("The ferry\nsails again.\nTickets are cheap\n\nMore"))
                .isEqualTo("The ferry sails again.\nTickets are cheap\nMore");
    }

    @Test
    void takesForMarkupOnlyWhatIsMarkup() {
        assertThat(PlainText.lineOf("a < b and <c>")).isEqualTo("a < b and <c>");
        assertThat(PlainText.lineOf("<b>AT&amp;T</b> &#8217;s")).isEqualTo("AT&T ’s");
        assertThat(PlainText.lineOf("R&D; fine")).isEqualTo("R&D; fine");
    }
}
