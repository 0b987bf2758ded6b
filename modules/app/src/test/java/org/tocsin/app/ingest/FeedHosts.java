package org.tocsin.app.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.tocsin.core.feed.Feed;

/**
 * Hosts on addresses of loopback, a feed each. A feed grows by an item with each answer until
 * {@link #rest}, so whoever reads it always has something to write.
 */
final class FeedHosts implements AutoCloseable {

    private static final String[] SUBJECTS = {"harbour", "bridge", "orchard", "railway", "museum"};
    private static final String[] DEEDS = {"opens", "floods", "closes", "moves", "burns"};

    /** A feed's server: {@code items} are those that an answer has shown. */
    private record Host(HttpServer server, AtomicInteger items) {}

    private final List<Host> hosts = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile boolean growing = true;

    FeedHosts(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            var address = InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (number + 1)});
            var host =
                    new Host(
                            HttpServer.create(new InetSocketAddress(address, 0), 0),
                            new AtomicInteger());
            int feed = number;
            host.server().createContext("/feed", exchange -> answer(exchange, feed, host));
            host.server().setExecutor(threads);
            host.server().start();
            hosts.add(host);
        }
    }

    List<Feed> feeds(Duration interval) {
        return hosts.stream()
                .map(host -> host.server().getAddress())
                .map(at -> "http://" + at.getHostString() + ":" + at.getPort() + "/feed")
                .map(url -> Feed.at(url).every(interval).readingPages(false))
                .toList();
    }

    /** The guids of all items that anybody was shown. */
    List<String> guids() {
        var guids = new ArrayList<String>();
        for (int feed = 0; feed < hosts.size(); feed++) {
            for (int item = 0; item < hosts.get(feed).items().get(); item++) {
                guids.add(guid(feed, item));
            }
        }
        return guids;
    }

    int requests() {
        return requests.get();
    }

    /** How many requests came with the validator of what stands there. */
    int unchanged() {
        return unchanged.get();
    }

    /** Every answer takes so long from now on. */
    void delay(Duration time) {
        delay = time;
    }

    /** From now on nothing new. */
    void rest() {
        growing = false;
    }

    /** No answer from now on until {@link #release}. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void release() {
        held.countDown();
    }

    private void answer(HttpExchange exchange, int feed, Host host) throws IOException {
        requests.incrementAndGet();
        try {
            Thread.sleep(delay.toMillis());
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int shown = growing ? host.items().incrementAndGet() : host.items().get();
        String tag = "\"" + shown + "\"";
        try (exchange) {
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = rss(feed, shown).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String rss(int feed, int shown) {
        var rss = new StringBuilder("<rss version='2.0'><channel><title>F</title>");
        for (int item = shown - 1; item >= 0; item--) {
            rss.append("<item><guid isPermaLink='false'>")
                    .append(guid(feed, item))
                    .append("</guid><title>")
                    .append(title(feed, item))
                    .append("</title></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    private static String guid(int feed, int item) {
        return "item-" + feed + "-" + item;
    }

    private static String title(int feed, int item) {
        return "The %s of town %d %s in week %d"
                .formatted(
                        SUBJECTS[feed % SUBJECTS.length], feed, DEEDS[item % DEEDS.length], item);
    }

    @Override
    public void close() {
        hosts.forEach(host -> host.server().stop(0));
        threads.shutdownNow();
    }
}
