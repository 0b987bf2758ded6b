import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Serves a feed whose one item was published when the server started: fresh, so it is no backlog. */
final class Feed {
    public static void main(String[] args) throws Exception {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        byte[] feed =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>Smoke</title><link>https://smoke.example/</link>
                <description>One item</description>
                <item><title>Norway hosts talks with Sudan in Oslo</title><guid>smoke-1</guid>
                <link>https://smoke.example/1</link><pubDate>%s</pubDate>
                <description>Norway held talks with Sudan in Oslo on Monday, both governments said.</description>
                </item></channel></rss>
                """
                        .formatted(now)
                        .getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 8000), 0);
        server.createContext(
                "/feed.xml",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
                    exchange.sendResponseHeaders(200, feed.length);
                    exchange.getResponseBody().write(feed);
                    exchange.close();
                });
        server.start();
    }
}
