package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;

/**
 * Happenings told by agencies, local papers and trade journals in words of their own, some in other
 * languages or a day later, among the next strike by the same forces, the same kind of accident
 * elsewhere and the aftershock. The bounds leave room: they are to catch an eye that has gone
 * blind.
 */
class HappeningsTest {

    private record Telling(String happening, Article article) {

        static Telling of(String part) {
            String[] head = part.split("\n", 2);
            String[] cells = head[0].split(" \\| ", 5);
            Instant at = Instant.parse(cells[3]);
            return new Telling(cells[2], article(cells, at, head[1].strip()));
        }

        private static Article article(String[] cells, Instant at, String text) {
            return new Article(
                    cells[0].strip(),
                    null,
                    "https://" + cells[1] + "/" + cells[0].strip(),
                    cells[1],
                    null,
                    cells[4],
                    text,
                    null,
                    at,
                    null,
                    at.plusSeconds(120),
                    List.of(),
                    List.of());
        }
    }

    private static final Map<Telling, String> STORIES = new HashMap<>();

    @BeforeAll
    static void tellAll() throws IOException {
        var deduper = new Deduper(new InMemoryArchive());
        Stream.concat(read("happenings.txt"), read("look-alikes.txt"))
                .sorted(Comparator.comparing(telling -> telling.article().fetched()))
                .forEach(t -> STORIES.put(t, deduper.tell(t.article()).verdict().story()));
    }

    private static Stream<Telling> read(String file) throws IOException {
        try (var in = HappeningsTest.class.getResourceAsStream(file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== "))
                    .filter(part -> !part.startsWith("#"))
                    .map(Telling::of);
        }
    }

    private static long pairs(boolean sameHappening, boolean sameStory) {
        return STORIES.keySet().stream()
                .flatMap(
                        one ->
                                STORIES.keySet().stream()
                                        .filter(other -> isBefore(one, other))
                                        .filter(
                                                other ->
                                                        one.happening().equals(other.happening())
                                                                == sameHappening)
                                        .filter(
                                                other ->
                                                        STORIES.get(one).equals(STORIES.get(other))
                                                                == sameStory))
                .count();
    }

    private static boolean isBefore(Telling one, Telling other) {
        return one.article().id().compareTo(other.article().id()) < 0;
    }

    @Test
    void joinsHardlyTwoHappenings() {
        assertThat(pairs(false, true) * 50).isLessThan(pairs(true, true));
    }

    @Test
    void joinsMuchOfWhatIsToldOfOneHappening() {
        long joined = pairs(true, true);

        assertThat(joined * 5).isGreaterThan(pairs(true, false) * 6);
    }
}
