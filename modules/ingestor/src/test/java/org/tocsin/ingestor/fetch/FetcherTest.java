package org.tocsin.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetcherTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final FetchLimits LIMITS =
            new FetchLimits(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    100_000,
                    3);
    private static final FetchLimits BRIEF =
            new FetchLimits(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(3),
                    100_000,
                    3);

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Fetcher fetcher =
            new Fetcher(AddressGuard.allowingLoopback(), LIMITS, Clock.fixed(NOW, ZoneOffset.UTC));
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
        workers.shutdownNow();
    }

    @Test
    void bringsTheBodyWithWhatTheNextRequestNeeds() {
        at(
                "/a",
                exchange -> {
                    exchange.getResponseHeaders().add("ETag", "\"1\"");
                    exchange.getResponseHeaders().add("Last-Modified", "yesterday");
                    answer(exchange, 200, "hello".getBytes(StandardCharsets.UTF_8));
                });

        FetchOutcome outcome = fetch("/a");

        assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
        var fetched = (FetchOutcome.Fetched) outcome;
        assertThat(fetched.body()).asString().isEqualTo("hello");
        assertThat(fetched.headers().etag()).isEqualTo("\"1\"");
        assertThat(fetched.headers().lastModified()).isEqualTo("yesterday");
    }

    @Test
    void asksOnlyForWhatChangedAndSaysWhoAsks() {
        var seen = new AtomicReference<String>();
        at(
                "/a",
                exchange -> {
                    seen.set(
                            exchange.getRequestHeaders().getFirst("User-Agent")
                                    + exchange.getRequestHeaders().getFirst("If-None-Match")
                                    + exchange.getRequestHeaders().getFirst("If-Modified-Since"));
                    answer(exchange, 304, new byte[0]);
                });

        FetchOutcome outcome = fetcher.fetch(new FetchRequest(url("/a"), "\"1\"", "then"));

        assertThat(outcome).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(seen.get()).startsWith("Tocsin/0.1").endsWith("\"1\"then");
    }

    @Test
    void followsRedirectsAndNamesWhereTheyEnd() {
        at("/old", exchange -> redirect(exchange, "new"));
        at("/new", exchange -> answer(exchange, 200, new byte[] {1}));

        FetchOutcome outcome = fetch("/old");

        assertThat(((FetchOutcome.Fetched) outcome).url()).isEqualTo(url("/new"));
    }

    @Test
    void givesUpOnRedirectsWithoutEndAndOnThoseToOtherSchemes() {
        at("/loop", exchange -> redirect(exchange, "/loop"));
        at("/file", exchange -> redirect(exchange, "file:///etc/passwd"));

        assertThat(reason(fetch("/loop"))).isEqualTo("more than 3 redirects");
        assertThat(reason(fetch("/file"))).isEqualTo("only http and https are read");
    }

    @Test
    void unpacksGzipButNotABomb() throws IOException {
        // Packed before anybody asks: packing the bomb takes longer than the fetcher waits.
        byte[] small = gzip(50_000);
        byte[] bomb = gzip(50_000_000);
        at("/small", exchange -> gzipped(exchange, small));
        at("/bomb", exchange -> gzipped(exchange, bomb));

        assertThat(((FetchOutcome.Fetched) fetch("/small")).body()).hasSize(50_000);
        assertThat(reason(fetch("/bomb"))).contains("longer than 100000 bytes");
    }

    @Test
    void tellsWhereAFeedMovedOnlyWhereEveryRedirectWasPermanent() {
        at("/old", exchange -> redirect(exchange, 308, "/older"));
        at("/older", exchange -> redirect(exchange, 301, "/new"));
        at("/detour", exchange -> redirect(exchange, 302, "/older"));
        at("/new", exchange -> answer(exchange, 200, new byte[] {1}));

        assertThat(((FetchOutcome.Fetched) fetch("/old")).movedTo()).isEqualTo(url("/new"));
        assertThat(((FetchOutcome.Fetched) fetch("/detour")).movedTo()).isNull();
        assertThat(((FetchOutcome.Fetched) fetch("/new")).movedTo()).isNull();
    }

    @Test
    void tellsHowLongTheAnswerStaysFreshAndWhichHubKnowsOfTheNext() {
        at(
                "/a",
                exchange -> {
                    exchange.getResponseHeaders().add("Cache-Control", "public, max-age=600");
                    exchange.getResponseHeaders().add("Age", "60");
                    exchange.getResponseHeaders().add("Link", "</hub>; rel=hub, <a>; rel=self");
                    answer(exchange, 200, new byte[] {1});
                });

        FetchOutcome.Headers headers = ((FetchOutcome.Fetched) fetch("/a")).headers();

        assertThat(headers.freshFor()).isEqualTo(Duration.ofMinutes(9));
        assertThat(headers.hub()).isEqualTo(url("/hub"));
        assertThat(headers.self()).isEqualTo(url("/a"));
    }

    @Test
    void believesNoAnswerThatNothingChangedWhereNobodyAsked() {
        at("/a", exchange -> answer(exchange, 304, new byte[0]));

        assertThat(reason(fetch("/a"))).isEqualTo("the server answered 304");
    }

    @Test
    void postsAFormAndTakesAnyTwoHundredForSuccess() {
        var seen = new AtomicReference<String>();
        at(
                "/hub",
                exchange -> {
                    byte[] form = exchange.getRequestBody().readAllBytes();
                    seen.set(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Content-Type")
                                    + " "
                                    + new String(form, StandardCharsets.UTF_8));
                    answer(exchange, 202, new byte[0]);
                });

        FetchOutcome outcome =
                fetcher.fetch(FetchRequest.post(url("/hub"), Map.of("hub.topic", "a b&c")));

        assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
        assertThat(outcome.status()).isEqualTo(202);
        assertThat(seen.get())
                .startsWith("POST application/x-www-form-urlencoded")
                .endsWith(" hub.topic=a+b%26c");
    }

    @Test
    void takesNoFormToAnotherOriginAndMakesNoGetOfIt() {
        at("/same", exchange -> redirect(exchange, 307, "/hub"));
        at("/other", exchange -> redirect(exchange, 307, "http://localhost:9998/hub"));
        at("/get", exchange -> redirect(exchange, 302, "/hub"));
        at("/hub", exchange -> answer(exchange, 204, new byte[0]));

        assertThat(post("/same").status()).isEqualTo(204);
        assertThat(reason(post("/other"))).isEqualTo("a redirect that a form does not follow");
        assertThat(reason(post("/get"))).isEqualTo("a redirect that a form does not follow");
    }

    @Test
    void readsTheBeginningOfARobotsFileThatIsTooLong() {
        at("/robots.txt", exchange -> answer(exchange, 200, new byte[100_001]));

        FetchOutcome outcome = fetcher.fetch(FetchRequest.of(Purpose.ROBOTS, url("/robots.txt")));

        assertThat(((FetchOutcome.Fetched) outcome).body()).hasSize(100_000);
    }

    @Test
    void heedsRetryAfterInBothForms() {
        at(
                "/busy",
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "120");
                    answer(exchange, 429, new byte[0]);
                });

        var failed = (FetchOutcome.Failed) fetch("/busy");

        assertThat(failed.status()).isEqualTo(429);
        assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(Answer.retryAfter("Mon, 20 May 2024 13:00:00 GMT", NOW))
                .isEqualTo(Duration.ofHours(1));
        assertThat(Answer.retryAfter("99999999", NOW)).isEqualTo(Duration.ofDays(1));
        assertThat(Answer.retryAfter("soon", NOW)).isNull();
    }

    @Test
    void leavesABodyThatTricklesWithoutEnd() {
        var left = new CountDownLatch(1);
        at(
                "/slow",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        while (!left.await(100, TimeUnit.MILLISECONDS)) {
                            out.write('x');
                            out.flush();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        try (var hasty =
                new Fetcher(
                        AddressGuard.allowingLoopback(), BRIEF, Clock.fixed(NOW, ZoneOffset.UTC))) {
            FetchOutcome outcome = hasty.fetch(FetchRequest.plain(url("/slow")));

            assertThat(reason(outcome)).contains("no answer in time");
        } finally {
            left.countDown();
        }
    }

    @Test
    void asksNobodyBehindTheFirewall() {
        try (var guarded =
                new Fetcher(AddressGuard.publicOnly(), LIMITS, Clock.fixed(NOW, ZoneOffset.UTC))) {
            assertThat(reason(guarded.fetch(FetchRequest.plain(url("/a")))))
                    .isEqualTo("127.0.0.1 is not a public address");
        }
    }

    @Test
    void answersForAnAddressThatIsNone() {
        assertThat(reason(fetcher.fetch(FetchRequest.plain("feed://x")))).isNotBlank();
        assertThat(reason(fetcher.fetch(FetchRequest.plain("http://")))).isNotBlank();
        assertThat(reason(fetcher.fetch(FetchRequest.plain("http://127.0.0.1:9/")))).isNotBlank();
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(FetchRequest.plain(url(path)));
    }

    private FetchOutcome post(String path) {
        return fetcher.fetch(FetchRequest.post(url(path), Map.of("hub.mode", "subscribe")));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void at(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private static String reason(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
        return ((FetchOutcome.Failed) outcome).reason();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        redirect(exchange, 301, to);
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        answer(exchange, status, new byte[0]);
    }

    private static byte[] gzip(int size) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[size]);
        }
        return packed.toByteArray();
    }

    private static void gzipped(HttpExchange exchange, byte[] packed) throws IOException {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        answer(exchange, 200, packed);
    }
}
