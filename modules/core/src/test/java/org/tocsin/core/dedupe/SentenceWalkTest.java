package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;

/** A walk over a text's stops finds the sentences that a reader of each letter finds. */
class SentenceWalkTest {

    private static final String[] PARTS = {
        "The army left", " ", " ", ".", ". ", "\n", "\r\n", "\u2028", " Gen", " U.S", "?", "!\" ",
                "…",
        "”", " 3.5", " said", " “No", "。", "军队", ") ", "؟ ", "۔", ": ", "\u0085", "\u00a0", "Straße"
    };

    private final Random random = new Random(9);

    @Test
    void findsTheSameSentences() {
        for (int i = 0; i < 3_000; i++) {
            var written = new StringBuilder();
            for (int left = random.nextInt(30); left > 0; left--) {
                written.append(PARTS[random.nextInt(PARTS.length)]);
            }
            String text = written.toString();

            assertThat(walked(text)).as(text).isEqualTo(Sentences.of(text));
        }
    }

    @Test
    void findsThoseOfABeginningOfTheText() {
        String text = "One left it. Two said yes. Three said nothing.";

        var walk = new SentenceWalk(Tokens.of(text), text.substring(0, 20));

        assertThat(walk.next()).isEqualTo(new Span(0, 12));
        assertThat(walk.next()).isEqualTo(new Span(13, 20));
        assertThat(walk.next()).isNull();
    }

    private static List<Span> walked(String text) {
        var walk = new SentenceWalk(Tokens.of(text), text);
        var found = new ArrayList<Span>();
        for (Span next = walk.next(); next != null; next = walk.next()) {
            found.add(next);
        }
        return found;
    }
}
