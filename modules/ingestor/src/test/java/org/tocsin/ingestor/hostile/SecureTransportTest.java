package org.tocsin.ingestor.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.ingestor.hostile.Misdeed.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.fetch.Egress;
import org.tocsin.ingestor.visit.Visit;

/** TLS and proxies: who is believed, and that the guard decides through a proxy as without. */
@Timeout(300)
class SecureTransportTest {

    private static final String FEED =
            "<rss version='2.0'><channel><title>F</title><item><guid>1</guid><title>one</title></item>"
                    + "</channel></rss>";

    @TempDir static Path folder;

    private static Certificates good;

    private final AddressGuard here =
            AddressGuard.allowingLoopback()
                    .resolvingBy(
                            host ->
                                    host.endsWith(".example")
                                            ? addresses("127.0.0.1")
                                            : addresses(host));

    @BeforeAll
    static void certify() {
        good = Certificates.of(folder, "dns:good.example");
    }

    @Test
    void readsOverTlsByTheNameThatTheCertificateHas() throws IOException {
        try (var server = HostileServer.start(good.shown());
                var visits = new Visits(direct(good.trusted()))) {
            server.at("/feed", page(FEED));

            assertThat(titles(visits.to(server.url("good.example", "/feed"))))
                    .containsExactly("one");
            assertThat(refusal(visits.to(server.url("other.example", "/feed"))))
                    .isEqualTo(Cause.TLS);
        }
    }

    @Test
    void trustsNoCertificateThatExpiredOrThatNobodyKnows() throws IOException {
        Certificates expired = Certificates.expired(folder, "dns:good.example");
        try (var late = HostileServer.start(expired.shown());
                var strange = HostileServer.start(good.shown());
                var visits = new Visits(direct(expired.trusted()))) {
            late.at("/feed", page(FEED));
            strange.at("/feed", page(FEED));

            assertThat(refusal(visits.to(late.url("good.example", "/feed")))).isEqualTo(Cause.TLS);
            assertThat(refusal(visits.to(strange.url("good.example", "/feed"))))
                    .isEqualTo(Cause.TLS);
        }
    }

    @Test
    void takesNoPlainAnswerForTls() throws IOException {
        try (var plain = HostileServer.start();
                var visits = Visits.brief(direct(good.trusted()))) {
            plain.at("/feed", page(FEED));

            String url = plain.url("good.example", "/feed").replace("http:", "https:");

            // The server may hang up on what is no HTTP before its plain words are read.
            assertThat(refusal(visits.to(url))).isIn(Cause.TLS, Cause.TIMEOUT, Cause.CONNECTION);
        }
    }

    @Test
    void givesTheProxyTheCheckedAddressAndTheServerItsName() throws IOException {
        var heard = new AtomicReference<String>();
        try (var server = HostileServer.start();
                var secure = HostileServer.start(good.shown());
                var proxy = new TinyProxy(false);
                var visits = new Visits(through(proxy.url(), here))) {
            server.at(
                    "/feed",
                    line -> {
                        heard.set(line.request());
                        page(FEED).commit(line);
                    });
            secure.at("/feed", page(FEED));

            assertThat(titles(visits.to(server.url("any.example", "/feed"))))
                    .containsExactly("one");
            assertThat(titles(visits.to(secure.url("good.example", "/feed"))))
                    .containsExactly("one");
            assertThat(refusal(visits.to(secure.url("other.example", "/feed"))))
                    .isEqualTo(Cause.TLS);
            assertThat(heard.get()).contains("Host: any.example:" + server.port());
            assertThat(proxy.asked())
                    .contains("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1")
                    .contains("CONNECT 127.0.0.1:" + secure.port() + " HTTP/1.1")
                    .noneMatch(line -> line.contains("example"));
        }
    }

    @Test
    void guardsThroughAProxyToo() throws IOException {
        AddressGuard strict =
                AddressGuard.publicOnly().resolvingBy(host -> addresses("10.0.0.1", "127.0.0.1"));
        try (var server = HostileServer.start();
                var proxy = new TinyProxy(false);
                var visits = new Visits(through(proxy.url(), strict))) {
            Visit visit = visits.to(server.url("inside.example", "/feed"));

            assertThat(refusal(visit)).isEqualTo(Cause.ADDRESS);
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void guardsRedirectsThroughAProxy() throws IOException {
        try (var server = HostileServer.start();
                var proxy = new TinyProxy(false);
                var visits = new Visits(through(proxy.url(), here))) {
            server.at("/feed", Misdeed.redirect("http://169.254.169.254/"));

            Visit visit = visits.to(server.url("any.example", "/feed"));

            assertThat(refusal(visit)).isEqualTo(Cause.ADDRESS);
            assertThat(proxy.asked()).noneMatch(line -> line.contains("169.254"));
        }
    }

    @Test
    void tellsAProxyThatRefusesFromAServerThatDoes() throws IOException {
        try (var server = HostileServer.start();
                var proxy = new TinyProxy(true);
                var visits = new Visits(through(proxy.url(), here))) {
            Visit visit = visits.to(server.url("any.example", "/feed"));

            assertThat(refusal(visit)).isEqualTo(Cause.CONNECTION);
            assertThat(visit.report().reason()).contains("proxy");
        }
    }

    private Egress direct(SSLContext trusted) {
        return new Egress(here, Optional.empty(), "Tocsin/test", trusted);
    }

    private static Egress through(URI proxy, AddressGuard guard) {
        return new Egress(guard, Optional.of(proxy), "Tocsin/test", good.trusted());
    }

    private static Cause refusal(Visit visit) {
        assertThat(visit.report().outcome()).isEqualTo("failed");
        return visit.report().cause();
    }

    private static List<String> titles(Visit visit) {
        assertThat(visit.report().reason()).isNull();
        return visit.articles().stream().map(Article::title).toList();
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        var found = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            found[i] = InetAddress.getByName(literals[i]);
        }
        return found;
    }
}
