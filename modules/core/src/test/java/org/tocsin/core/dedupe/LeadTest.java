package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What stands on top of a page is often not what its article has to say. */
class LeadTest {

    private static final String TITLE = "Dam bursts above Vrelo";

    private static final String NEWS =
            "A dam burst above Vrelo in heavy rain on Friday and the lower town was flooded within"
                    + " an hour, the mayor said.\n\nHelicopters took people off their roofs.";

    @Test
    void passesOverTheTitleAgain() {
        assertThat(leadOf("Dam bursts above Vrelo (news)\n\n" + NEWS)).startsWith("a dam burst");
        assertThat(leadOf("“Dam bursts above Vrelo”\n" + NEWS)).startsWith("a dam burst");
    }

    @Test
    void passesOverTheCaptionOfAPhoto() {
        String caption =
                "Men look at the dam above Vrelo, Tuesday, May 6. They had seen cracks."
                        + " (Wire Photo/Ana Kos)\n\n";

        assertThat(leadOf(caption + NEWS)).startsWith("a dam burst");
    }

    @Test
    void passesOverAnyNumberOfLinks() {
        assertThat(leadOf("Where to swim this summer and what it costs\n".repeat(30) + NEWS))
                .startsWith("a dam burst");
    }

    @Test
    void readsOnWhereAnOldWireBreaksItsLines() {
        String broken =
                """
                VRELO, May 9 A dam burst above Vrelo in heavy
                rain on Friday and the lower town was flooded within an
                hour, the mayor said.
                Helicopters took people off their roofs.""";

        assertThat(leadOf(broken)).startsWith("vrelo may 9 a dam burst").endsWith("mayor said");
    }

    @Test
    void takesATextThatIsAllCaptionForItsOwnLead() {
        assertThat(leadOf("The dam above Vrelo after it burst on Friday. Photo: Ana Kos"))
                .startsWith("the dam above");
    }

    @Test
    void keepsTheNewsOfAPageUnderMuchFurniture() {
        String page = "Weather Sport Money Culture Travel Letters\n".repeat(30) + NEWS;

        Sketch sketch = sketch(page + "\n\n" + "Sandbags were brought. ".repeat(60));

        assertThat(sketch.keptBody()).startsWith(sketch.lead());
    }

    private static Sketch sketch(String text) {
        return Sketch.of(
                Wire.article("a", "one.example", new Wire.Story("a", TITLE, text), Duration.ZERO));
    }

    private static String leadOf(String text) {
        Lead lead = sketch(text).lead;
        Tokens words = Tokens.of(text);
        var said = new StringBuilder();
        for (int i = lead.from(); i < Math.min(lead.to(), words.size()); i++) {
            said.append(said.isEmpty() ? "" : " ").append(words.folded(i));
        }
        return said.toString();
    }
}
