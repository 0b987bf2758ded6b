package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.core.article.Article;

/** A headline and a sentence, by two outlets: there is little to share, and no history to ask. */
class ShortTellingsTest {

    private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");
    private static final Duration SOON = Duration.ofHours(2);

    private record Pair(String one, String other) {

        static Pair of(String lines) {
            String[] two = lines.strip().split("\n");
            return new Pair(two[0], two[1]);
        }

        boolean isOneStory(String otherOutlet, Duration later) {
            var deduper = new Deduper(new InMemoryArchive());
            String story = tell(deduper, one, "alpha.example", NOON);
            return tell(deduper, other, otherOutlet, NOON.plus(later)).equals(story);
        }

        private static String tell(Deduper deduper, String line, String outlet, Instant at) {
            String[] cells = line.split(" \\| ");
            String url = "https://" + outlet + "/" + at.getEpochSecond();
            var article =
                    new Article(
                            url, null, url, outlet, null, cells[0], cells[1], "en", at, null, at,
                            List.of(), List.of());
            return deduper.tell(article).verdict().story();
        }
    }

    static Stream<Pair> oneHappening() throws IOException {
        return pairs("# one happening");
    }

    static Stream<Pair> twoHappenings() throws IOException {
        return pairs("# two happenings");
    }

    private static Stream<Pair> pairs(String title) throws IOException {
        try (var in = ShortTellingsTest.class.getResourceAsStream("short-tellings.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String part = all.substring(all.indexOf(title) + title.length()).split("\n# ")[0];
            return Arrays.stream(part.split("\n=\n")).filter(s -> !s.isBlank()).map(Pair::of);
        }
    }

    @ParameterizedTest
    @MethodSource("oneHappening")
    void joinsWhatTwoOutletsTellInAFewWords(Pair pair) {
        assertThat(pair.isOneStory("beta.example", SOON)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("twoHappenings")
    void partsWhatIsOfOneKind(Pair pair) {
        assertThat(pair.isOneStory("beta.example", SOON)).isFalse();
    }

    @Test
    void doesNotTakeTheNextDaysNewsForIt() throws IOException {
        Pair pair = oneHappening().findFirst().orElseThrow();

        assertThat(pair.isOneStory("beta.example", Duration.ofHours(23))).isFalse();
    }

    @Test
    void joinsNoTwoReportsOfOneOutletByAFewWords() throws IOException {
        Pair pair = oneHappening().findFirst().orElseThrow();

        assertThat(pair.isOneStory("alpha.example", SOON)).isFalse();
    }
}
