package org.tocsin.core.watch.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Severity;

class PassageTest {

    private static final String TEXT = "the tide ".repeat(60) + "CABLE" + " the tide".repeat(60);

    @Test
    void showsTheWordsWhereTheyStand() {
        int at = TEXT.indexOf("CABLE");

        Passage passage = passage(TEXT, at, at + 5);

        assertThat(passage.text().substring(at - passage.start(), at - passage.start() + 5))
                .isEqualTo("CABLE");
        assertThat(passage.start()).isPositive();
        assertThat(passage.more()).isTrue();
    }

    @Test
    void isShortHoweverFarApartTheWordsStand() {
        Passage passage = passage(TEXT, 0, TEXT.length());

        assertThat(passage.text()).hasSizeLessThanOrEqualTo(Passage.LONGEST);
        assertThat(passage.start()).isZero();
    }

    @Test
    void takesNoLetterApart() {
        String text = "🌊".repeat(500);

        Passage passage = passage(text, 401, 403);

        assertThat(text.indexOf(passage.text(), passage.start())).isEqualTo(passage.start());
        assertThat(Character.isLowSurrogate(passage.text().charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(passage.text().charAt(passage.text().length() - 1)))
                .isFalse();
    }

    private static Passage passage(String text, int start, int end) {
        var article =
                new Article(
                        "a",
                        null,
                        null,
                        "pier.example",
                        null,
                        "Tides",
                        text,
                        null,
                        null,
                        null,
                        Instant.EPOCH,
                        List.of(),
                        List.of());
        var word = new Evidence("a", "text", start, end, text.substring(start, end), "w", null);
        var alert =
                new Alert(
                        "t#1",
                        "t",
                        1,
                        "tides",
                        1,
                        Alert.Kind.NEW,
                        Severity.LOW,
                        Instant.EPOCH,
                        "a",
                        "s",
                        List.of("a"),
                        1,
                        "Tides",
                        List.of(word));
        return Passage.of(article, alert);
    }
}
