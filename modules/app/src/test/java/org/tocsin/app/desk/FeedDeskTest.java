package org.tocsin.app.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedEdit;
import org.tocsin.core.request.RequestNote;
import org.tocsin.gateway.deliver.Orders;
import org.tocsin.gateway.desk.Author;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.FeedDesk.Outcome;
import org.tocsin.gateway.desk.FeedDesk.Saved;
import org.tocsin.gateway.opml.Opml;
import org.tocsin.wire.topic.Topics;

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
    void saysWithAChangeThatTheRequestForItIsDone() throws Exception {
        var feed = done("feed");
        var order = done("order");

        desks.feeds()
                .apply(
                        List.of(FeedEdit.of("https://once.example/feed")),
                        new Author("ada", null, feed));
        try (Orders orders = desks.orders()) {
            orders.test("night-desk", order);
        }

        assertThat(desks.await(Topics.REQUESTS, 2)).containsExactly(feed, order);
    }

    private static RequestNote done(String id) {
        Instant now = Instant.parse("2026-03-02T12:00:00Z");
        return RequestNote.begun(id, "attempt", "asked", now).at(RequestNote.Step.DONE, now);
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
        desk.apply(Opml.read(opml.getBytes(UTF_8), null).feeds(), "ada");

        List<Saved> again = desk.apply(feeds(Opml.write(desk.list())), "bob");

        assertThat(again)
                .filteredOn(saved -> saved.feed().url().matches(".*(pilot|marfa).*"))
                .extracting(saved -> saved.feed().title())
                .containsExactlyInAnyOrder("Pilot & Buoy", "مرفأ");
        assertThat(again).extracting(Saved::outcome).containsOnly(Outcome.UNCHANGED);
    }

    private static List<FeedEdit> feeds(String opml) throws Exception {
        return Opml.read(opml.getBytes(UTF_8), null).feeds();
    }

    @Test
    void takesTwoSpellingsOfAnAddressForOneFeedAndKeepsItsSettings() throws Exception {
        FeedDesk desk = desks.feeds();
        Feed tide = Feed.at("https://tide.example/rss").titled("Tide").every(Duration.ofHours(1));
        desk.save(List.of(tide), "ada");

        List<Saved> saved =
                desk.apply(
                        List.of(
                                FeedEdit.of("http://www.tide.example/rss/").set("source", "tide"),
                                FeedEdit.of("https://tide.example/rss#top").set("title", "T")),
                        "ada");

        assertThat(saved)
                .containsExactly(new Saved(tide.from("tide").titled("T"), Outcome.CHANGED));
        assertThat(desk.list()).filteredOn(feed -> feed.url().contains("tide.")).hasSize(1);
    }

    @Test
    void givesAFeedAnotherAddressUnlessAnotherFeedHasIt() throws Exception {
        FeedDesk desk = desks.feeds();
        Feed old = Feed.at("https://old.example/rss").titled("Old");
        Feed other = Feed.at("https://taken.example/rss");
        desk.save(List.of(old, other), "ada");

        Feed moved =
                desk.change(old.id(), FeedEdit.of("https://new.example/rss"), "ada").orElseThrow();

        assertThat(moved).isEqualTo(old.movedTo("https://new.example/rss"));
        assertThat(desk.find("https://new.example/rss")).contains(moved);
        assertThatThrownBy(() -> desk.change(old.id(), FeedEdit.of(other.url()), "ada"))
                .isInstanceOf(FeedDesk.Taken.class)
                .hasMessageContaining(other.id());
        assertThat(desk.change("nobody", FeedEdit.ofKnown(), "ada")).isEmpty();
    }
}
