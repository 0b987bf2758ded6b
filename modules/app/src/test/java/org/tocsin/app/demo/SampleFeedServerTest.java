package org.tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.feed.Feed;

class SampleFeedServerTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ReplayClockTest.HandSetClock real =
            new ReplayClockTest.HandSetClock(Instant.parse("2020-05-05T12:00:00Z"));
    private final SampleNews news = SampleNews.load();

    @TempDir Path data;
    private ReplayClock clock;
    private SampleFeedServer server;

    @BeforeEach
    void serve() throws IOException {
        clock = ReplayClock.open(data, 3600, real);
        server = new SampleFeedServer(0, news, clock);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        clock.close();
    }

    @Test
    void everyXmlFeedIsReadByRomeAllDayLong() throws Exception {
        for (int hour = 0; hour < 96; hour += 12) {
            for (Feed feed : server.feeds()) {
                if (feed.url().endsWith(".json")) {
                    continue;
                }
                SyndFeed parsed = parse(get(feed.url()).body());

                assertThat(parsed.getTitle()).isEqualTo(feed.title());
                assertThat(parsed.getEntries()).hasSizeLessThanOrEqualTo(20);
                assertThat(parsed.getEntries()).allMatch(entry -> !entry.getTitle().isBlank());
            }
            real.advance(Duration.ofSeconds(12));
        }
    }

    @Test
    void showsNothingBeforeItsTime() throws Exception {
        real.advance(Duration.ofSeconds(15));

        SyndFeed wire = parse(get(url("cw")).body());

        assertThat(wire.getEntries())
                .extracting(SyndEntry::getTitle)
                .contains("Russia, Turkey and Iran open Syria talks in Astana")
                .doesNotContain("Russia and Turkey announce Syria ceasefire from midnight");
        assertThat(wire.getEntries())
                .allMatch(entry -> !entry.getPublishedDate().toInstant().isAfter(clock.instant()));
    }

    @Test
    void aRevisionTakesThePlaceOfWhatItRevises() throws Exception {
        real.advance(Duration.ofSeconds(8));

        SyndFeed wire = parse(get(url("cw")).body());

        assertThat(wire.getEntries())
                .filteredOn(entry -> entry.getTitle().startsWith("UN calls for"))
                .singleElement()
                .satisfies(
                        entry ->
                                assertThat(entry.getContents().get(0).getValue())
                                        .contains("at least 19 civilians"));
    }

    @Test
    void answersNotModifiedUntilSomethingIsNew() throws Exception {
        HttpResponse<byte[]> first = get(url("cw"));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(get(url("cw"), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(url("cw"), "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        real.advance(Duration.ofSeconds(24));
        assertThat(get(url("cw"), "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(get(url("cw"), "If-Modified-Since", modified).statusCode()).isEqualTo(200);
    }

    @Test
    void servesThePageBehindALink() throws Exception {
        String page = "/pages/levant-courier.example/news/lc-001";

        HttpResponse<byte[]> response = get("http://localhost:" + server.port() + page);

        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains("<h1>Olive growers count losses as front line creeps closer</h1>")
                .contains("The harvest should have been over by now.");
    }

    @Test
    void listsItsFeedsAsOpml() throws Exception {
        HttpResponse<byte[]> opml = get("http://localhost:" + server.port() + "/feeds.opml");

        assertThat(new String(opml.body(), StandardCharsets.UTF_8))
                .contains(server.feeds().stream().map(Feed::url).toList());
    }

    @Test
    void knowsNoOtherPages() throws Exception {
        assertThat(get(url("nobody")).statusCode()).isEqualTo(404);
    }

    private String url(String outlet) {
        return "http://localhost:" + server.port() + "/feeds/" + outlet + ".xml";
    }

    private static SyndFeed parse(byte[] body) throws IOException, FeedException {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(body)));
    }

    private HttpResponse<byte[]> get(String url, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }
}
