package org.tocsin.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tocsin.core.feed.Feed;

/**
 * The sample's outlets as a web server on loopback, at the moment that the clock shows.
 *
 * <ul>
 *   <li>{@code /feeds/<outlet>.xml} (or {@code .json}) is an outlet's feed, with ETag and
 *       Last-Modified, and 304 when the reader has it;
 *   <li>{@code /feeds.opml} lists them all;
 *   <li>{@code /pages/<host>/news/<item>} is the page behind an item's link. The links themselves
 *       name the outlets' invented hosts, since they tell who published.
 * </ul>
 */
public final class SampleFeedServer implements AutoCloseable {

    /** Where the demo serves unless told otherwise. */
    public static final int DEFAULT_PORT = 8082;

    /** In the time of the replay: half a second of real time at the usual speed. */
    static final Duration INTERVAL = Duration.ofMinutes(15);

    private final SampleNews news;
    private final Edition edition;
    private final ReplayClock clock;
    private final Furniture furniture = new Furniture();
    private final FeedWriter writer;
    private final HttpServer server;
    private final ExecutorService workers;

    /**
     * Serves from here on; port 0 takes any free one.
     *
     * @throws IOException if the port is taken
     */
    public SampleFeedServer(int port, SampleNews news, ReplayClock clock) throws IOException {
        this.news = news;
        this.edition = news.from(clock.origin());
        this.writer = new FeedWriter(edition);
        this.clock = clock;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        workers = Executors.newFixedThreadPool(4);
        server.setExecutor(workers);
        serve("/feeds/", exchange -> answer(feed(pathOf(exchange)), exchange));
        serve("/feeds.opml", exchange -> answer(Optional.of(opml()), exchange));
        serve("/pages/", exchange -> answer(page(pathOf(exchange)), exchange));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The feeds as an ingestor is to be told of them, polled in the replay's time. */
    public List<Feed> feeds() {
        return news.outlets().stream().map(outlet -> feedOf(outlet, port())).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    static Feed feedOf(Outlet outlet, int port) {
        String url = outlet.feedUrl(port);
        // The outlets are invented: their pages cannot be fetched where their links say.
        return Feed.at(url).titled(outlet.name()).every(INTERVAL).readingPages(false);
    }

    private Optional<Reply> feed(String path) {
        return news.outlets().stream()
                .filter(outlet -> path.equals(outlet.feedPath()))
                .findFirst()
                .map(this::frontPage);
    }

    private Reply frontPage(Outlet outlet) {
        List<Print> page = edition.frontPage(outlet, clock.instant());
        Instant modified = page.isEmpty() ? edition.base() : page.get(0).out();
        String type = FeedWriter.mediaType(outlet) + "; charset=" + outlet.charset();
        return new Reply(type, modified, writer.write(outlet, page));
    }

    private Optional<Reply> page(String path) {
        for (Outlet outlet : news.outlets()) {
            List<Print> page = edition.frontPage(outlet, clock.instant());
            for (Print print : page) {
                if (path.equals(print.url().replace("https://", "/pages/"))) {
                    return Optional.of(html(print, furniture.page(print, page)));
                }
            }
        }
        return Optional.empty();
    }

    private static Reply html(Print print, String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return new Reply("text/html; charset=UTF-8", print.out(), body);
    }

    private Reply opml() {
        var xml = new Xml("UTF-8");
        xml.open("opml", "version", "2.0").open("head").leaf("title", "Sample feeds").close();
        xml.open("body");
        for (Outlet outlet : news.outlets()) {
            xml.empty(
                    "outline",
                    "type",
                    "rss",
                    "text",
                    outlet.name(),
                    "language",
                    outlet.language(),
                    "xmlUrl",
                    outlet.feedUrl(port()),
                    "htmlUrl",
                    outlet.home());
        }
        byte[] body = xml.close().close().text().getBytes(StandardCharsets.UTF_8);
        return new Reply("text/x-opml; charset=UTF-8", edition.base(), body);
    }

    private static String pathOf(HttpExchange exchange) {
        return exchange.getRequestURI().getPath();
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
    }

    private static void answer(Optional<Reply> reply, HttpExchange exchange) throws IOException {
        if (reply.isPresent()) {
            reply.get().to(exchange);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }
}
