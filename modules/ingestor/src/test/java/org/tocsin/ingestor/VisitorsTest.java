package org.tocsin.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.Visitors.Result;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.visit.Visit;

class VisitorsTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final Duration SLOW = Duration.ofMillis(400);

    // Time passes only in slow visits: a busy machine makes no other slow.
    private final AtomicLong time = new AtomicLong();
    private final Visitors visitors = new Visitors(4, SLOW, host -> true, time::get);

    @AfterEach
    void close() {
        visitors.close();
    }

    @Test
    void admitsNoMoreHostsThanThereAreThreads() {
        assertThat(visitors.admit("a.example")).isTrue();
        assertThat(visitors.admit("b.example")).isTrue();
        assertThat(visitors.admit("c.example")).isTrue();

        assertThat(visitors.admit("d.example")).isFalse();
    }

    @Test
    void keepsHostsThatWereSlowFromTheThreadsOfTheOthers() throws Exception {
        makeSlow("a.example");
        makeSlow("b.example");

        assertThat(visitors.admit("a.example")).isTrue();
        assertThat(visitors.admit("b.example")).isFalse();

        assertThat(visitors.admit("c.example")).isTrue();
        assertThat(visitors.admit("d.example")).isTrue();
        assertThat(visitors.admit("e.example")).isTrue();
    }

    @Test
    void endsTheTurnOfAHostThatBecomesSlow() throws Exception {
        List<FollowedFeed> turn = List.of(feed("a.example/1"), feed("a.example/2"));
        visitors.admit("a.example");

        visitors.send(turn, this::slowly);

        List<Result> back = collect(2);
        assertThat(back.get(0).visit()).isNotNull();
        assertThat(back.get(1).from()).isEqualTo(turn.get(1));
        assertThat(back.get(1).visit()).isNull();
    }

    @Test
    void believesAHostThatIsSwiftAgain() throws Exception {
        makeSlow("a.example");
        visit("a.example", VisitorsTest::visited);

        visitors.admit("b.example");
        visitors.admit("c.example");
        assertThat(visitors.admit("a.example")).isTrue();
        assertThat(visitors.admit("d.example")).isFalse();
    }

    private void makeSlow(String host) throws InterruptedException {
        visit(host, this::slowly);
    }

    private void visit(String host, Function<FollowedFeed, Visit> how) throws InterruptedException {
        while (!visitors.admit(host)) {
            Thread.onSpinWait();
        }
        visitors.send(List.of(feed(host + "/")), how);
        collect(1);
        // The thread is free a moment after what it brought is there.
        while (visitors.busy() > 0) {
            Thread.onSpinWait();
        }
    }

    private Visit slowly(FollowedFeed feed) {
        time.addAndGet(SLOW.toNanos());
        return visited(feed);
    }

    private static Visit visited(FollowedFeed feed) {
        return new Visit(FeedReport.draft(feed.feed(), NOW).fetched(200, 0, 0).report(), List.of());
    }

    private static FollowedFeed feed(String address) {
        return new FollowedFeed(Feed.at("https://" + address), null);
    }

    private List<Result> collect(int count) throws InterruptedException {
        var back = new ArrayList<Result>();
        while (back.size() < count) {
            back.addAll(visitors.collect(Duration.ofSeconds(5)));
        }
        return back;
    }
}
