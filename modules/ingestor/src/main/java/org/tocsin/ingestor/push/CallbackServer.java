package org.tocsin.ingestor.push;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponseInterceptor;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where hubs reach us. One thread serves all connections without waiting for any, so slow clients
 * cost a connection each and nothing more; connections are closed after each answer and, whatever
 * happens on them, after half a minute.
 */
final class CallbackServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackServer.class);

    private static final int MOST_CONNECTIONS = 200;
    private static final int LONGEST_LINE = 8_000;
    private static final int MOST_HEADERS = 100;
    private static final int BINDING_SECONDS = 10;

    /** {@code idle} between two bytes, {@code total} for a connection. */
    record Limits(Duration idle, Duration total) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private final HttpAsyncServer server;
    private final Door door;
    private final int port;

    private CallbackServer(HttpAsyncServer server, Door door, int port) {
        this.server = server;
        this.door = door;
        this.port = port;
    }

    /**
     * Listens from now on; port 0 takes a free one.
     *
     * @throws IOException where the port is taken
     */
    static CallbackServer start(InetSocketAddress at, Reception reception, Limits limits)
            throws IOException {
        var door = new Door(MOST_CONNECTIONS, limits.total());
        HttpAsyncServer server =
                AsyncServerBootstrap.bootstrap()
                        .setIOReactorConfig(
                                IOReactorConfig.custom()
                                        .setIoThreadCount(1)
                                        .setSoReuseAddress(true)
                                        .setSoTimeout(Timeout.of(limits.idle()))
                                        .build())
                        .setHttp1Config(
                                Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                        .setHttpProcessor(sayingThatConnectionsEnd())
                        .setConnectionReuseStrategy((request, response, context) -> false)
                        .setExceptionCallback(
                                e -> LOG.debug("a hub's connection: {}", e.toString()))
                        .setIOSessionListener(door)
                        .setRequestRouter(reception)
                        .create();
        server.start();
        try {
            return new CallbackServer(server, door, listen(server, at));
        } catch (IOException | RuntimeException e) {
            server.close(CloseMode.IMMEDIATE);
            door.close();
            throw e;
        }
    }

    /** A hub that is not told would send its next push down a connection that is being closed. */
    private static HttpProcessor sayingThatConnectionsEnd() {
        return HttpProcessors.customServer(null)
                .addLast(
                        (HttpResponseInterceptor)
                                (response, body, context) ->
                                        response.setHeader(
                                                HttpHeaders.CONNECTION, HeaderElements.CLOSE))
                .build();
    }

    private static int listen(HttpAsyncServer server, InetSocketAddress at) throws IOException {
        try {
            ListenerEndpoint endpoint =
                    server.listen(at, URIScheme.HTTP).get(BINDING_SECONDS, TimeUnit.SECONDS);
            return ((InetSocketAddress) endpoint.getAddress()).getPort();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "port %d cannot be listened on; set TOCSIN_PUSH_PORT to another"
                            .formatted(at.getPort()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
        door.close();
    }
}
