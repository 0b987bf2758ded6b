package org.tocsin.ingestor.polite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;
import org.tocsin.ingestor.fetch.FetchOutcome.Fetched;
import org.tocsin.ingestor.fetch.FetchOutcome.Headers;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.fetch.Purpose;

class CourtesyTest {

    private static final String ROBOTS = "https://a.example/robots.txt";

    private final FakeTime time = new FakeTime();
    private final Map<String, FetchOutcome> web = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Courtesy courtesy = new Courtesy(this::answer, time, time);

    @Test
    void asksForRobotsTxtOnceADayAndASite() {
        fetch("https://a.example/1");
        fetch("https://a.example/2");
        fetch("https://b.example/1");
        time.wait(Duration.ofHours(25));
        fetch("https://a.example/1");

        assertThat(asked)
                .containsExactly(
                        ROBOTS,
                        "https://a.example/1",
                        "https://a.example/2",
                        "https://b.example/robots.txt",
                        "https://b.example/1",
                        ROBOTS,
                        "https://a.example/1");
    }

    @Test
    void doesNotAskForWhatIsDisallowedUnlessToldSo() {
        web.put(ROBOTS, text(ROBOTS, "User-agent: *\nDisallow: /private"));

        FetchOutcome refused = fetch("https://a.example/private/feed");
        FetchOutcome told =
                courtesy.fetch(FetchRequest.plain("https://a.example/private/feed"), false);

        assertThat(((Failed) refused).cause()).isEqualTo(Cause.ROBOTS);
        assertThat(((Failed) refused).reason()).isEqualTo("disallowed by " + ROBOTS);
        assertThat(told).isInstanceOf(Fetched.class);
    }

    @Test
    void readsAMissingRobotsTxtAsAllowedAndABrokenOneAsDisallowedForAWhile() {
        web.put(ROBOTS, new Failed(Cause.REFUSED, 403, "the server answered 403", null));
        web.put(
                "https://b.example/robots.txt",
                new Failed(Cause.SERVER, 500, "the server answered 500", null));

        assertThat(fetch("https://a.example/1")).isInstanceOf(Fetched.class);
        assertThat(((Failed) fetch("https://b.example/1")).cause()).isEqualTo(Cause.ROBOTS);
        web.remove("https://b.example/robots.txt");
        assertThat(fetch("https://b.example/1")).isInstanceOf(Failed.class);
        time.wait(Duration.ofMinutes(11));
        assertThat(fetch("https://b.example/1")).isInstanceOf(Fetched.class);
    }

    @Test
    void keepsToWhatRobotsTxtSaidWhileItCannotBeReadAgain() {
        web.put(ROBOTS, text(ROBOTS, "User-agent: *\nDisallow: /private"));
        fetch("https://a.example/1");
        web.put(ROBOTS, new Failed(Cause.TIMEOUT, 0, "no answer in time", null));
        time.wait(Duration.ofHours(25));

        assertThat(fetch("https://a.example/1")).isInstanceOf(Fetched.class);
        assertThat(fetch("https://a.example/private")).isInstanceOf(Failed.class);
    }

    @Test
    void saysWhyAHostCannotBeReachedRatherThanThatItHasNoRobotsTxt() {
        web.put(ROBOTS, Failed.because(Cause.NAME, "no such host: a.example"));

        assertThat(fetch("https://a.example/1"))
                .isEqualTo(Failed.because(Cause.NAME, "no such host: a.example"));
    }

    @Test
    void letsAHostsRequestsThroughOneASecondAfterTheFirstFew() {
        Instant start = time.instant();
        for (int i = 0; i < 60; i++) {
            String url = (i % 2 == 0 ? "http://a.example/" : "https://www.a.example/") + i;
            page(url);
        }

        Duration taken = Duration.between(start, time.instant());

        assertThat(taken).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(62));
    }

    @Test
    void letsNoFeedWaitForItsHost() {
        Instant start = time.instant();
        long busy = 0;
        for (int i = 0; i < 500; i++) {
            busy += Courtesy.isBusy(fetch("https://a.example/" + i)) ? 1 : 0;
        }

        // One turn of the five went to robots.txt.
        assertThat(busy).isEqualTo(496);
        assertThat(time.instant()).isEqualTo(start);
        assertThat(courtesy.bears("a.example")).isFalse();
        time.wait(Duration.ofSeconds(1));
        assertThat(courtesy.bears("a.example")).isTrue();
    }

    @Test
    void givesTheHostTheTimeThatItsRobotsTxtAsksFor() {
        web.put(ROBOTS, text(ROBOTS, "User-agent: *\nCrawl-delay: 20"));
        page("https://a.example/1");

        FetchOutcome second = page("https://a.example/2");

        assertThat(Courtesy.isBusy(second)).isTrue();
        assertThat(((Failed) second).retryAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(courtesy.wait("https://a.example/3")).isEqualTo(Duration.ofSeconds(20));
        assertThat(courtesy.wait("https://b.example/3")).isZero();
    }

    @Test
    void leavesAHostAloneThatHasHadEnoughOfUs() {
        String url = "https://a.example/1";
        web.put(url, new Failed(Cause.REFUSED, 429, "429", Duration.ofSeconds(120)));
        fetch(url);

        assertThat(Courtesy.isBusy(fetch("https://a.example/2"))).isTrue();
        time.wait(Duration.ofSeconds(120));
        assertThat(fetch("https://a.example/2")).isInstanceOf(Fetched.class);
    }

    @Test
    void asksThisMachineWithoutAPause() {
        Instant start = time.instant();
        for (int i = 0; i < 100; i++) {
            fetch("http://127.0.0.1:8082/" + i);
        }

        assertThat(time.instant()).isEqualTo(start);
    }

    @Test
    void obeysTheSiteThatARedirectLeadsTo() {
        String there = "https://b.example/feed";
        web.put("https://a.example/feed", text(there, "<rss/>"));
        web.put(
                "https://b.example/robots.txt",
                text("https://b.example/robots.txt", "User-agent: *\nDisallow: /"));

        assertThat(((Failed) fetch("https://a.example/feed")).cause()).isEqualTo(Cause.ROBOTS);
    }

    @Test
    void forgetsHostsThatHaveRested() {
        for (int i = 0; i < 10_000; i++) {
            fetch("https://h" + i + ".example/");
            time.wait(Duration.ofMillis(10));
        }

        assertThat(courtesy.hostsInMind()).isLessThan(5_000);
    }

    private FetchOutcome fetch(String url) {
        return courtesy.fetch(FetchRequest.plain(url), true);
    }

    private FetchOutcome page(String url) {
        return courtesy.fetch(FetchRequest.of(Purpose.PAGE, url), true);
    }

    private FetchOutcome answer(FetchRequest request) {
        asked.add(request.url());
        FetchOutcome usual =
                request.url().endsWith("/robots.txt")
                        ? new Failed(Cause.MISSING, 404, "the server answered 404", null)
                        : text(request.url(), "news");
        return web.getOrDefault(request.url(), usual);
    }

    private static Fetched text(String url, String text) {
        return new Fetched(200, text.getBytes(StandardCharsets.UTF_8), url, null, Headers.NONE);
    }
}
