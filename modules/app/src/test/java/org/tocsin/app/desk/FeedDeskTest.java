package org.tocsin.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.feed.Feed;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.Opml;

/** Adding and removing feeds, on a real broker. */
final class FeedDeskTest {

    private static Desks desks;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        desks = Desks.in(folder);
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @Test
    void addsWhatIsNewOrChangedAndNothingElse() {
        FeedDesk desk = desks.feeds();
        Feed gazette = Feed.at("https://gazette.example/rss");
        Feed courier = Feed.at("https://courier.example/atom");
        Feed slower = gazette.every(Duration.ofHours(1));
        desk.save(List.of(gazette), "ada");

        List<Feed> saved = desk.save(List.of(slower, courier, courier), "ada");

        assertThat(saved).containsExactly(slower, courier);
        assertThat(desk.list()).contains(slower, courier).doesNotContain(gazette);
        assertThat(desk.save(List.of(slower, courier), "ada")).isEmpty();
    }

    @Test
    void removesAFeedByItsIdOrItsAddress() {
        FeedDesk desk = desks.feeds();
        Feed one = Feed.at("https://one.example/rss");
        Feed two = Feed.at("https://two.example/rss");
        desk.save(List.of(one, two), "ada");

        assertThat(desk.remove(one.id(), "ada")).isTrue();
        assertThat(desk.remove(two.url(), "ada")).isTrue();
        assertThat(desk.remove(two.url(), "ada")).isFalse();

        assertThat(desk.list()).doesNotContain(one, two);
    }

    @Test
    void bringsAListOfFeedsThroughOpmlAndBack() throws Exception {
        FeedDesk desk = desks.feeds();
        String opml =
                """
                <opml version="2.0"><body><outline text="Coast">
                  <outline text="Pilot &amp; Buoy" xmlUrl="https://pilot.example/rss?a=1&amp;b=2"/>
                  <outline title="مرفأ" xmlUrl="https://marfa.example/feed"/>
                </outline></body></opml>
                """;
        desk.save(Opml.read(opml), "ada");

        List<Feed> written = Opml.read(Opml.write(desk.list()));

        assertThat(written)
                .filteredOn(feed -> feed.url().matches(".*(pilot|marfa).*"))
                .extracting(Feed::title)
                .containsExactlyInAnyOrder("Pilot & Buoy", "مرفأ");
        assertThat(desk.save(Opml.read(opml), "bob")).isEmpty();
    }
}
