package org.tocsin.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.ingestor.hostile.Certificates;

/** HTTP/2, against a server that is not of the client's makers. */
@Timeout(300)
class HttpTwoTest {

    private static final FetchLimits LIMITS =
            new FetchLimits(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    1_000_000,
                    3);
    private static final FetchLimits HASTY =
            new FetchLimits(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(60),
                    1_000_000,
                    3);

    @TempDir static Path folder;

    private static Certificates certificates;

    private final AtomicInteger connections = new AtomicInteger();
    private Server server;
    private ServerConnector connector;
    private Fetcher fetcher;

    @BeforeAll
    static void certify() {
        certificates = Certificates.of(folder, "dns:two.example");
    }

    @BeforeEach
    void serve() throws Exception {
        var http = new HttpConfiguration();
        var alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol("http/1.1");
        var tls = new SslContextFactory.Server();
        tls.setSslContext(certificates.shown());
        server = new Server();
        connector =
                new ServerConnector(
                        server,
                        1,
                        1,
                        new SslConnectionFactory(tls, alpn.getProtocol()),
                        alpn,
                        new HTTP2ServerConnectionFactory(http),
                        new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.addBean(
                new Connection.Listener() {
                    @Override
                    public void onOpened(Connection connection) {
                        if (connection instanceof HTTP2Connection) {
                            connections.incrementAndGet();
                        }
                    }
                });
        server.addConnector(connector);
        server.setHandler(new Answers());
        server.start();
        fetcher = fetcher(LIMITS);
    }

    private static Fetcher fetcher(FetchLimits limits) {
        AddressGuard guard =
                AddressGuard.allowingLoopback()
                        .resolvingBy(host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        var egress = new Egress(guard, Optional.empty(), "Tocsin/test", certificates.trusted());
        return new Fetcher(egress, limits, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        fetcher.close();
        server.stop();
    }

    @Test
    void speaksHttpTwoWhereTheServerOffersItAndUsesConnectionsAgain() {
        List<FetchOutcome> outcomes = Stream.generate(() -> fetch("/protocol")).limit(10).toList();

        assertThat(outcomes)
                .extracting(HttpTwoTest::body)
                .containsOnly("HTTP/2.0 two.example Tocsin/test");
        // A connection goes back to the pool just after its answer is handed over, so on a busy
        // machine some fetches find all of them still out and open another.
        assertThat(connections).hasValueLessThan(outcomes.size());
    }

    @Test
    void boundsABodyOverHttpTwo() {
        FetchOutcome outcome = fetch("/endless");

        assertThat(((FetchOutcome.Failed) outcome).reason()).contains("longer than 1000000 bytes");
        assertThat(body(fetch("/protocol"))).startsWith("HTTP/2.0");
    }

    @Test
    void boundsHeadersOverHttpTwo() {
        FetchOutcome outcome = fetch("/headers");

        assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
        assertThat(body(fetch("/protocol"))).startsWith("HTTP/2.0");
    }

    @Test
    void boundsSilenceOverHttpTwo() {
        fetcher.close();
        fetcher = fetcher(HASTY);

        FetchOutcome outcome = fetch("/silence");

        assertThat(((FetchOutcome.Failed) outcome).reason()).contains("no answer in time");
        assertThat(body(fetch("/protocol"))).startsWith("HTTP/2.0");
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(
                FetchRequest.plain("https://two.example:" + connector.getLocalPort() + path));
    }

    private static String body(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
        return new String(((FetchOutcome.Fetched) outcome).body(), StandardCharsets.UTF_8);
    }

    private static final class Answers extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            switch (Request.getPathInContext(request)) {
                case "/protocol" -> {
                    String text =
                            request.getConnectionMetaData().getProtocol()
                                    + " "
                                    + request.getHttpURI().getHost()
                                    + " "
                                    + request.getHeaders().get(HttpHeader.USER_AGENT);
                    Content.Sink.write(response, true, text, callback);
                }
                case "/endless" -> more(response, callback);
                case "/headers" -> {
                    for (int i = 0; i < 100; i++) {
                        response.getHeaders().put("X-" + i, "x".repeat(70));
                    }
                    response.getHeaders().put("X", "x".repeat(7_000));
                    callback.succeeded();
                }
                default -> {
                    // Silence.
                }
            }
            return true;
        }

        private static void more(Response response, Callback callback) {
            response.write(
                    false,
                    ByteBuffer.allocate(10_000),
                    Callback.from(() -> more(response, callback), callback::failed));
        }
    }
}
