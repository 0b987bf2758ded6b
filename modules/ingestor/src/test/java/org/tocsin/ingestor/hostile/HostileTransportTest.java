package org.tocsin.ingestor.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.ingestor.hostile.Misdeed.endless;
import static org.tocsin.ingestor.hostile.Misdeed.page;
import static org.tocsin.ingestor.hostile.Misdeed.raw;
import static org.tocsin.ingestor.hostile.Misdeed.redirect;
import static org.tocsin.ingestor.hostile.Misdeed.status;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.fetch.Egress;
import org.tocsin.ingestor.visit.Visit;

/** Servers that misbehave below the document: each costs its visit, in bounded time. */
@Timeout(300)
class HostileTransportTest {

    private static final String FEED =
            "<rss version='2.0'><channel><title>F</title><item><guid>1</guid><title>one</title></item>"
                    + "</channel></rss>";
    private static final byte[] BYTES = FEED.getBytes(StandardCharsets.UTF_8);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration SLOWLY = Duration.ofMillis(300);
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private final Egress egress = Egress.direct(AddressGuard.allowingLoopback());
    private final Visits visits = new Visits(egress);
    private final Visits briefVisits = Visits.brief(egress);
    private HostileServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HostileServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        visits.close();
        briefVisits.close();
        server.close();
    }

    static Stream<Arguments> misdeeds() {
        String thousand = "x".repeat(1_000);
        return Stream.of(
                hostile(
                        "an endless body",
                        endless(OK + "\r\n", thousand, AT_ONCE),
                        Cause.SIZE,
                        "longer than 10000000"),
                hostile(
                        "an endless body in chunks",
                        endless(CHUNKED, "3e8\r\n" + thousand + "\r\n", AT_ONCE),
                        Cause.SIZE,
                        "longer than 10000000"),
                hostile(
                        "a promise of a long body",
                        raw(OK + "Content-Length: 99999999999\r\n\r\n"),
                        Cause.SIZE,
                        "longer than 10000000"),
                hostile(
                        "a body a byte at a time",
                        endless(OK + "\r\n", "x", SLOWLY),
                        Cause.TIMEOUT,
                        "no answer in time"),
                hostile(
                        "headers a byte at a time",
                        endless(OK + "X: ", "x", SLOWLY),
                        Cause.TIMEOUT,
                        "no answer in time"),
                hostile(
                        "a status line a byte at a time",
                        endless("HTTP/1.1 200 ", "O", SLOWLY),
                        Cause.TIMEOUT,
                        "no answer in time"),
                hostile(
                        "silence",
                        line -> line.pause(Duration.ofSeconds(90)),
                        Cause.TIMEOUT,
                        "no answer in time"),
                hostile(
                        "silence in the middle",
                        line -> {
                            line.write(OK + "Content-Length: 9\r\n\r\n<rss");
                            line.pause(Duration.ofSeconds(90));
                        },
                        Cause.TIMEOUT,
                        "no answer in time"),
                hostile("endless headers", endless(OK, "X: y\r\n", AT_ONCE), Cause.SIZE, "headers"),
                hostile(
                        "an endless header",
                        endless(OK + "X: ", thousand, AT_ONCE),
                        Cause.SIZE,
                        "headers"),
                hostile(
                        "endless folded headers",
                        endless(OK + "X: y\r\n", " y\r\n", AT_ONCE),
                        Cause.SIZE,
                        "headers"),
                hostile(
                        "endless chunk extensions",
                        endless(CHUNKED + "1;x=", thousand, AT_ONCE),
                        Cause.SIZE,
                        "headers"),
                hostile(
                        "endless trailers",
                        endless(CHUNKED + "0\r\n", "X: y\r\n", AT_ONCE),
                        Cause.SIZE,
                        "headers"),
                hostile(
                        "endless early hints",
                        endless("", "HTTP/1.1 103 Early\r\n\r\n", Duration.ofMillis(1)),
                        Cause.TIMEOUT,
                        "no answer in time"),
                hostile(
                        "a gzip bomb",
                        page(Bombs.gzipBomb(), "Content-Encoding: gzip"),
                        Cause.SIZE,
                        "packed tighter"),
                hostile(
                        "a gzip bomb in gzip",
                        page(Bombs.gzip(Bombs.gzipBomb()), "Content-Encoding: gzip, gzip"),
                        Cause.SIZE,
                        "packed tighter"),
                hostile(
                        "a gzip bomb that nothing declares",
                        page(Bombs.gzipBomb()),
                        Cause.SIZE,
                        "packed tighter"),
                hostile(
                        "a deflate bomb",
                        page(Bombs.zlib(new byte[50_000_000]), "Content-Encoding: deflate"),
                        Cause.SIZE,
                        "packed tighter"),
                hostile(
                        "a brotli bomb",
                        page(Bombs.brotliBomb(), "Content-Encoding: br"),
                        Cause.SIZE,
                        "packed tighter"),
                hostile(
                        "gzip in gzip in gzip",
                        page(BYTES, "Content-Encoding: gzip, gzip, gzip"),
                        Cause.SIZE,
                        "packed 3 times"),
                hostile(
                        "gzip that breaks off",
                        page(half(Bombs.gzip(new byte[9_999])), "Content-Encoding: gzip"),
                        Cause.CONNECTION,
                        "breaks off"),
                hostile(
                        "brotli that breaks off",
                        page(half(Bombs.brotliFeed()), "Content-Encoding: br"),
                        Cause.CONNECTION,
                        "breaks off"),
                hostile(
                        "a redirect to itself",
                        redirect("/feed"),
                        Cause.REDIRECT,
                        "more than 5 redirects"),
                hostile(
                        "redirects without end",
                        line -> redirect(line.request().split(" ")[1] + "?").commit(line),
                        Cause.REDIRECT,
                        "more than 5 redirects"),
                hostile(
                        "a redirect to a file",
                        redirect("file:///etc/passwd"),
                        Cause.ADDRESS,
                        "only http and https"),
                hostile(
                        "a redirect to data",
                        redirect("data:text/xml,<rss/>"),
                        Cause.ADDRESS,
                        "only http and https"),
                hostile(
                        "a redirect to a cloud's metadata",
                        redirect("http://169.254.169.254/latest/"),
                        Cause.ADDRESS,
                        "not a public address"),
                hostile(
                        "a redirect to metadata in IPv6",
                        redirect("http://[fd00:ec2::254]/"),
                        Cause.ADDRESS,
                        "not a public address"),
                hostile(
                        "a redirect to a private address",
                        redirect("http://10.0.0.1/"),
                        Cause.ADDRESS,
                        "not a public address"),
                hostile(
                        "a redirect to a private number",
                        redirect("http://0xA000001/"),
                        Cause.ADDRESS,
                        "not a public address"),
                hostile(
                        "a redirect to a mapped address",
                        redirect("http://[::ffff:10.0.0.1]/"),
                        Cause.ADDRESS,
                        "not a public address"),
                hostile(
                        "a redirect to a mail server",
                        redirect("http://127.0.0.1:25/"),
                        Cause.ADDRESS,
                        "port 25"),
                hostile(
                        "a redirect with a user",
                        redirect("http://a@127.0.0.1/"),
                        Cause.ADDRESS,
                        "a user in the address"),
                hostile(
                        "a redirect longer than anything",
                        redirect("/" + "x".repeat(15_000)),
                        Cause.SERVER,
                        "answered 302"),
                hostile(
                        "a redirect to nowhere",
                        status(302, "Server: x"),
                        Cause.SERVER,
                        "answered 302"),
                hostile("a redirect to nonsense", redirect("http://[nonsense"), Cause.ADDRESS, ""),
                hostile(
                        "less than was promised",
                        raw(OK + "Content-Length: 5000\r\n\r\n" + FEED),
                        Cause.CONNECTION,
                        ""),
                hostile(
                        "chunks that break off",
                        raw(CHUNKED + "ffff\r\n<rss"),
                        Cause.CONNECTION,
                        ""),
                hostile("chunks that are none", raw(CHUNKED + "zzz\r\n<rss"), Cause.CONNECTION, ""),
                hostile(
                        "a length that is none",
                        raw(OK + "Content-Length: many\r\n\r\n" + FEED),
                        Cause.CONNECTION,
                        ""),
                hostile("a closed door", raw(""), Cause.CONNECTION, ""),
                hostile("no HTTP at all", raw("SSH-2.0-OpenSSH_9.2\r\n"), Cause.CONNECTION, ""),
                hostile(
                        "not modified, unasked",
                        status(304, "ETag: x"),
                        Cause.SERVER,
                        "answered 304"),
                hostile("an empty page", page(""), Cause.DOCUMENT, "empty"),
                hostile("no content", status(204, "X: y"), Cause.SERVER, "answered 204"),
                hostile(
                        "a login page",
                        page(
                                "<!DOCTYPE html><html><form><input type=password></form></html>",
                                "Content-Type: text/html"),
                        Cause.DOCUMENT,
                        "HTML page"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misdeeds")
    void reportsWhatKeptItAndLivesOn(String name, Misdeed misdeed, Cause cause, String reason) {
        String url = server.at("/feed", misdeed);
        String good = server.at("/good", page(FEED));
        Visits those = cause == Cause.TIMEOUT ? briefVisits : visits;
        long start = System.nanoTime();

        Visit visit = those.to(url);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(90));
        assertThat(visit.report().outcome()).isEqualTo("failed");
        assertThat(visit.report().reason()).contains(reason).hasSizeLessThan(400);
        assertThat(visit.report().cause()).isEqualTo(cause);
        assertThat(visit.report().nextDue()).isAfter(Visits.NOW);
        assertThat(titles(visits.to(good))).containsExactly("one");
    }

    @Test
    void readsWhatIsPackedHonestlyHoweverItIsDeclared() {
        byte[] members = join(Bombs.gzip(head(BYTES)), Bombs.gzip(tail(BYTES)));
        String[] urls = {
            server.at("/gzip", page(Bombs.gzip(BYTES), "Content-Encoding: gzip")),
            server.at("/x-gzip", page(Bombs.gzip(BYTES), "Content-Encoding: X-GZIP")),
            server.at("/members", page(members, "Content-Encoding: gzip")),
            server.at(
                    "/padded",
                    page(join(Bombs.gzip(BYTES), new byte[9]), "Content-Encoding: gzip")),
            server.at("/twice", page(Bombs.gzip(Bombs.gzip(BYTES)), "Content-Encoding: gzip")),
            server.at("/undeclared", page(Bombs.gzip(BYTES), "Content-Type: application/gzip")),
            server.at("/zlib", page(Bombs.zlib(BYTES), "Content-Encoding: deflate")),
            server.at("/bare", page(Bombs.bareDeflate(BYTES), "Content-Encoding: deflate")),
            server.at("/plain", page(BYTES, "Content-Encoding: gzip")),
            server.at("/plain-deflate", page(BYTES, "Content-Encoding: deflate")),
            server.at("/plain-br", page(BYTES, "Content-Encoding: br")),
            server.at("/charset", page(BYTES, "Content-Encoding: utf-8"))
        };

        Stream<Visit> found = Arrays.stream(urls).map(visits::to);

        assertThat(found).allSatisfy(visit -> assertThat(titles(visit)).containsExactly("one"));
        assertThat(
                        titles(
                                visits.to(
                                        server.at(
                                                "/br",
                                                page(Bombs.brotliFeed(), "Content-Encoding: br")))))
                .containsExactly("packed by brotli");
    }

    @Test
    void readsNoMoreThanWasPromised() {
        String url =
                server.at(
                        "/feed",
                        raw(OK + "Content-Length: " + BYTES.length + "\r\n\r\n" + FEED + "<x>"));

        assertThat(titles(visits.to(url))).containsExactly("one");
    }

    @Test
    void asksNobodyInsideWhenANameIsBoundAnew() {
        var asked = new AtomicInteger();
        AddressGuard rebound =
                AddressGuard.publicOnly()
                        .resolvingBy(
                                host ->
                                        asked.getAndIncrement() == 0
                                                ? addresses("9.9.9.9")
                                                : addresses("127.0.0.1"));
        server.at("/feed", page(FEED));

        try (var guarded = new Visits(Egress.direct(rebound))) {
            Visit visit = guarded.to(server.url("rebound.example", "/feed"));

            assertThat(visit.report().cause()).isEqualTo(Cause.ADDRESS);
            assertThat(visit.report().reason())
                    .isEqualTo("rebound.example is not a public address");
            assertThat(server.asked()).isZero();
        }
    }

    @Test
    void connectsToTheAllowedAddressOfAMixedAnswer() {
        AddressGuard mixed =
                AddressGuard.allowingLoopback()
                        .resolvingBy(host -> addresses("10.0.0.1", "127.0.0.1", "192.168.0.1"));
        server.at("/feed", page(FEED));

        try (var guarded = new Visits(Egress.direct(mixed))) {
            assertThat(titles(guarded.to(server.url("mixed.example", "/feed"))))
                    .containsExactly("one");
        }
    }

    private static Arguments hostile(String name, Misdeed misdeed, Cause cause, String reason) {
        return Arguments.of(name, misdeed, cause, reason);
    }

    private static Stream<String> titles(Visit visit) {
        return visit.articles().stream().map(Article::title);
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        var found = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            found[i] = InetAddress.getByName(literals[i]);
        }
        return found;
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] head(byte[] bytes) {
        return Arrays.copyOf(bytes, 40);
    }

    private static byte[] tail(byte[] bytes) {
        return Arrays.copyOfRange(bytes, 40, bytes.length);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
