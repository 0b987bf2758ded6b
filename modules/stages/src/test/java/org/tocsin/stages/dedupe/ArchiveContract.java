package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.dedupe.Archive;
import org.tocsin.core.dedupe.Item;
import org.tocsin.core.dedupe.Kept;
import org.tocsin.core.dedupe.Story;

/** What every archive answers. */
abstract class ArchiveContract {

    private static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");

    private Archive archive;

    abstract Archive archive();

    @BeforeEach
    void open() {
        archive = archive();
        archive.advanceTo(NOON);
    }

    @Test
    void movesItsClockForwardOnly() {
        assertThat(archive.advanceTo(NOON.plusSeconds(5))).isEqualTo(NOON.plusSeconds(5));
        assertThat(archive.advanceTo(NOON)).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void believesNoLeapOfOneArticle() {
        archive.put(article(1, NOON, 10));

        assertThat(archive.advanceTo(NOON.plus(Duration.ofDays(9_000))))
                .isEqualTo(NOON.plus(Archive.LEAP));
        assertThat(archive.article(1)).isPresent();
    }

    /** As news come: the clock does not leap from one article to the next. */
    private Instant pass(Instant end) {
        Instant now = archive.advanceTo(NOON);
        while (now.isBefore(end)) {
            now = archive.advanceTo(end);
        }
        return now;
    }

    @Test
    void remembersWhenAFeedWasFirstFetched() {
        assertThat(archive.firstFetched("f", NOON)).isEqualTo(NOON);
        assertThat(archive.firstFetched("f", NOON.plusSeconds(9))).isEqualTo(NOON);
        assertThat(archive.firstFetched("f", NOON.minusSeconds(9))).isEqualTo(NOON.minusSeconds(9));
        assertThat(archive.firstFetched("g", NOON.plusSeconds(9))).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void givesBackWhatWasPut() {
        archive.put(7, item(NOON));
        archive.put(article(1, NOON, 10, 11));
        archive.put(story(NOON, "a", "b"));

        assertThat(archive.item(7)).contains(item(NOON));
        assertThat(archive.article(1)).contains(article(1, NOON, 10, 11));
        assertThat(archive.story("s")).contains(story(NOON, "a", "b"));
        assertThat(archive.item(8)).isEmpty();
        assertThat(archive.article(2)).isEmpty();
        assertThat(archive.story("t")).isEmpty();
    }

    @Test
    void leadsFromEachKeyToItsHoldersLatestLast() {
        archive.put(article(1, NOON, 10, 11));
        archive.put(article(2, NOON, 11));
        archive.put(article(1, NOON, 10, 11));

        assertThat(archive.holders(11).latest()).containsExactly(1, 2);
        assertThat(archive.holders(11).count()).isEqualTo(2);
        assertThat(archive.holders(10).latest()).containsExactly(1);
        assertThat(archive.holders(12).isEmpty()).isTrue();
    }

    @Test
    void keepsTheLatestHoldersOfACommonKey() {
        for (int handle = 1; handle <= Archive.HOLDERS_KEPT + 2; handle++) {
            archive.put(article(handle, NOON, 10));
        }

        assertThat(archive.holders(10).count()).isEqualTo(Archive.HOLDERS_KEPT + 2);
        assertThat(archive.holders(10).latest())
                .containsExactly(LongStream.rangeClosed(3, Archive.HOLDERS_KEPT + 2).toArray());
    }

    @Test
    void forgetsArticlesAndTheWayToThemWhenTheirTimeIsUp() {
        archive.put(article(1, NOON, 10, 11));
        Instant later = pass(NOON.plus(Duration.ofDays(3)));
        archive.put(article(2, later, 11));

        pass(NOON.plus(Archive.ARTICLES_KEPT));
        assertThat(archive.article(1)).isPresent();

        pass(NOON.plus(Archive.ARTICLES_KEPT).plus(Archive.ROUND));
        assertThat(archive.article(1)).isEmpty();
        assertThat(archive.article(2)).isPresent();
        assertThat(archive.holders(10).isEmpty()).isTrue();
        assertThat(archive.holders(11).latest()).containsExactly(2);
    }

    @Test
    void forgetsItemsAndStoriesThatWereNotSeenAgain() {
        archive.put(7, item(NOON));
        archive.put(8, item(NOON));
        archive.put(story(NOON));
        Instant later = pass(NOON.plus(Duration.ofDays(3)));
        archive.put(8, item(later));

        pass(NOON.plus(Archive.ITEMS_KEPT).plus(Archive.ROUND));

        assertThat(archive.item(7)).isEmpty();
        assertThat(archive.item(8)).isPresent();
        assertThat(archive.story("s")).isEmpty();
    }

    private static Item item(Instant seen) {
        return new Item(
                1, 2, List.of(new Item.Told("a", 5), new Item.Told("b", 6)), "s", "o", seen);
    }

    private static Story story(Instant seen, String... origins) {
        return new Story("s", List.of(origins), seen.minusSeconds(60), seen);
    }

    static Kept article(long handle, Instant seen, int... keys) {
        return new Kept(
                handle,
                "id" + handle,
                "example.org",
                "owner",
                "s",
                true,
                seen.minusSeconds(60),
                seen,
                300,
                12,
                false,
                -5,
                new int[] {-3, 4},
                new short[] {1, -2},
                new short[] {3},
                new short[] {5, 6},
                new short[] {7},
                keys);
    }
}
