package org.tocsin.app.pipeline;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tocsin.core.feed.Feed;

/** An RSS feed on loopback, to which a test adds items as it goes. */
final class LocalFeed implements AutoCloseable {

    private final HttpServer server;
    private final List<String> items = new CopyOnWriteArrayList<>();

    LocalFeed() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/feed.xml",
                exchange -> {
                    byte[] body = xml().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    /** Read every second, so that tests need not wait long. */
    Feed feed() {
        String url = "http://localhost:" + server.getAddress().getPort() + "/feed.xml";
        // The pages would be on hosts that do not exist.
        return Feed.at(url)
                .titled("Test")
                .speaking("en")
                .every(Duration.ofSeconds(1))
                .readingPages(false);
    }

    /** An item published now; its link is on {@code host}, which makes that its source. */
    void publish(String host, String guid, String title, String text) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atZone(ZoneOffset.UTC));
        items.add(
                "<item><guid isPermaLink=\"false\">%s</guid><link>https://%s/%s</link><title>%s</title><description>%s</description><pubDate>%s</pubDate></item>"
                        .formatted(guid, host, guid, title, text, date));
    }

    private String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Test</title><link>http://localhost/</link><description>d</description>"
                + String.join("", items)
                + "</channel></rss>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
