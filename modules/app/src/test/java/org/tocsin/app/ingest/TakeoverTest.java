package org.tocsin.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.ingest.IngestHall.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.Ingestor;

/** Feeds that pass from one ingestor to another. */
class TakeoverTest {

    private static final int HOSTS = 12;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @TempDir private Path folder;
    private FeedHosts hosts;
    private IngestHall hall;

    @BeforeEach
    void start() throws Exception {
        hosts = new FeedHosts(HOSTS);
        hall = new IngestHall(folder);
    }

    @AfterEach
    void stop() {
        hall.close();
        hosts.close();
    }

    @Test
    void takesTheFeedsOfADeadOneOverWhereTheyStood() throws Exception {
        hall.configure(hosts.feeds(INTERVAL));
        Process dying = hall.child("dying");
        await("a first reading", () -> hall.reports().size() >= HOSTS);
        hosts.rest();
        await("feeds known as they are", () -> hosts.unchanged() >= 2 * HOSTS);
        dying.destroyForcibly().waitFor();
        Instant died = Instant.now();
        int known = hosts.unchanged();
        int before = hall.articles().size();

        Ingestor heir = hall.ingestor();

        await("its feeds", () -> heir.status().feeds() == HOSTS);
        await("another look at each", () -> hosts.unchanged() >= known + HOSTS);
        assertThat(hall.articles()).hasSize(before);
        assertThat(hall.reports())
                .filteredOn(report -> report.fetched().isAfter(died))
                .isNotEmpty()
                .allSatisfy(TakeoverTest::knowsWhatItsFeedWas);
    }

    private static void knowsWhatItsFeedWas(FeedReport report) {
        assertThat(report.outcome()).isEqualTo("unchanged");
        assertThat(report.etag()).isNotNull();
        assertThat(report.recentItems()).isNotEmpty();
        assertThat(report.firstFetched()).isBefore(report.fetched());
    }

    @Test
    void givesANewcomerItsShareWithoutTellingAnythingTwice() {
        Ingestor first = hall.ingestor();
        hall.configure(hosts.feeds(INTERVAL));
        await("a first reading", () -> hall.reports().size() >= HOSTS);

        Ingestor second = hall.ingestor();

        await("shares", () -> second.status().feeds() > 0 && first.status().feeds() < HOSTS);
        await("all", () -> first.status().feeds() + second.status().feeds() == HOSTS);
        long visits = second.status().visits();
        await("visits of both", () -> second.status().visits() >= visits + HOSTS);
        hosts.rest();
        await("every item", () -> hall.articles().size() >= hosts.guids().size());
        assertThat(hall.articles())
                .extracting(Article::guid)
                .containsExactlyInAnyOrderElementsOf(hosts.guids());
    }

    @Test
    void writesNothingForAFeedThatWasSwitchedOffWhileItWasFetched() {
        Ingestor ingestor = hall.ingestor();
        await("readiness", () -> ingestor.status().ready());
        hosts.hold();
        List<Feed> feeds = hosts.feeds(INTERVAL);
        hall.configure(feeds);
        await("requests", () -> hosts.requests() >= HOSTS);

        hall.configure(feeds.stream().map(feed -> feed.enabled(false)).toList());

        await("nothing to follow", () -> ingestor.status().feeds() == 0);
        hosts.release();
        await("the end of what was underway", () -> ingestor.status().inFlight() == 0);
        assertThat(hall.articles()).isEmpty();
        assertThat(hall.reports()).isEmpty();
    }

    @Test
    void writesNothingForFeedsThatMovedWhileTheirReaderWasPaused() throws Exception {
        hall.configure(hosts.feeds(INTERVAL));
        Process zombie = hall.child("zombie");
        await("a first reading", () -> hall.reports().size() >= HOSTS);
        signal(zombie, "STOP");

        Ingestor heir = hall.ingestor();

        await("its feeds", () -> heir.status().feeds() == HOSTS);
        long visits = heir.status().visits();
        await("visits of the heir", () -> heir.status().visits() >= visits + HOSTS);
        signal(zombie, "CONT");
        long later = heir.status().visits();
        await("more", () -> heir.status().visits() >= later + 2 * HOSTS || sharedAgain(heir));
        hosts.rest();
        await("every item", () -> hall.articles().size() >= hosts.guids().size());
        assertThat(hall.articles())
                .extracting(Article::guid)
                .containsExactlyInAnyOrderElementsOf(hosts.guids());
    }

    private static boolean sharedAgain(Ingestor heir) {
        return heir.status().ready() && heir.status().feeds() < HOSTS;
    }

    private static void signal(Process process, String signal) throws Exception {
        assertThat(
                        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                                .start()
                                .waitFor())
                .isZero();
    }
}
