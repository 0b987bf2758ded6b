package org.tocsin.bench.farm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Serves the farm until its standard input ends, which it does when the process that started it
 * does: {@code FeedFarm FEEDS START-MILLIS}. Says its port on standard output.
 */
public final class FeedFarm {

    private static final int THREADS = 8;
    private static final int SLOW_SECONDS = 6;
    private static final int KILOBYTES_OF_ENDLESS = 64 * 1024;

    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(THREADS);
    private final FarmPlan plan;
    private final HttpServer server;

    private FeedFarm(int feeds, Instant start) throws IOException {
        // Every address of 127.0.0.0/8 is one of the farm's hosts, so it cannot bind to one alone.
        server = HttpServer.create(new InetSocketAddress(0), 1024);
        plan = new FarmPlan(feeds, server.getAddress().getPort(), start);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
    }

    public static void main(String[] args) throws IOException {
        // Without it every small answer on a kept connection waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4000");
        var farm =
                new FeedFarm(
                        Integer.parseInt(args[0]), Instant.ofEpochMilli(Long.parseLong(args[1])));
        System.out.println(farm.plan.port());
        while (System.in.read() >= 0) {
            // Only its end matters.
        }
        System.exit(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
            exchange.close();
            return;
        }
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (path.length < 3 || !path[1].equals("feed") && !path[1].equals("moved")) {
            send(exchange, 404, new byte[0]);
            return;
        }
        int feed = Integer.parseInt(path[2]);
        switch (Manner.of(feed)) {
            case SLOW -> later.schedule(() -> show(exchange, feed), SLOW_SECONDS, TimeUnit.SECONDS);
            case FAILING -> send(exchange, 500, new byte[0]);
            case MISSING -> send(exchange, 404, new byte[0]);
            case GONE -> send(exchange, 410, new byte[0]);
            case HOSTILE -> attack(exchange, feed);
            case REDIRECTING -> {
                if (path[1].equals("feed")) {
                    exchange.getResponseHeaders().set("Location", "/moved/" + feed);
                    send(exchange, 302, new byte[0]);
                } else {
                    show(exchange, feed);
                }
            }
            default -> show(exchange, feed);
        }
    }

    private void show(HttpExchange exchange, int feed) {
        try {
            int published = plan.published(feed, Instant.now());
            Manner manner = Manner.of(feed);
            String tag = "\"" + feed + "-" + published + "\"";
            if (manner != Manner.BARE) {
                exchange.getResponseHeaders().set("ETag", tag);
                if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                    exchange.close();
                    return;
                }
            }
            byte[] body = FarmDocument.of(plan, feed, published).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            if (manner == Manner.PACKED) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                body = packed(body);
            }
            send(exchange, 200, body);
        } catch (IOException e) {
            // The reader went away.
            exchange.close();
        }
    }

    private void attack(HttpExchange exchange, int feed) throws IOException {
        byte[] whole =
                FarmDocument.of(plan, feed, FarmPlan.BACKLOG).getBytes(StandardCharsets.UTF_8);
        switch (feed / 1000 % 3) {
            case 0 -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, packed(new byte[KILOBYTES_OF_ENDLESS << 10]));
            }
            case 1 -> send(exchange, 200, "<html><body>Parked".getBytes(StandardCharsets.UTF_8));
            default -> {
                // Promises more than it sends.
                exchange.sendResponseHeaders(200, whole.length * 2L);
                exchange.getResponseBody().write(whole);
                exchange.close();
            }
        }
    }

    private static byte[] packed(byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
