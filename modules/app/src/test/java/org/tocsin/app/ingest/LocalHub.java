package org.tocsin.app.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A publisher with a hub of its own, on loopback: it asks back whoever subscribes, and pushes what
 * it is told to. Callbacks are reached on {@link #reach}, whatever public address they carry.
 */
final class LocalHub implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService asking = Executors.newSingleThreadExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> confirmed = new CopyOnWriteArrayList<>();
    private final AtomicInteger polls = new AtomicInteger();
    private final int leaseSeconds;
    private volatile Map<String, String> subscription = Map.of();
    private volatile int port;

    LocalHub(int leaseSeconds) throws IOException {
        this.leaseSeconds = leaseSeconds;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feed", this::feed);
        server.createContext("/hub", this::hub);
        server.start();
    }

    /** Where the callbacks are, from now on. */
    void reach(int callbackPort) {
        port = callbackPort;
    }

    String feedUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
    }

    /** How often the feed itself was asked. */
    int polls() {
        return polls.get();
    }

    /** What was asked of the hub, in its order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** What was meant, as the subscriber said when it was asked back. */
    List<String> confirmed() {
        return List.copyOf(confirmed);
    }

    private void feed(HttpExchange exchange) throws IOException {
        polls.incrementAndGet();
        String hub = feedUrl().replace("/feed", "/hub");
        exchange.getResponseHeaders().add("Link", "<" + hub + ">; rel=\"hub\"");
        exchange.getResponseHeaders().add("Link", "<" + feedUrl() + ">; rel=\"self\"");
        answer(exchange, 200, document("one"));
    }

    private void hub(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields =
                Arrays.stream(form.split("&"))
                        .map(field -> field.split("=", 2))
                        .collect(Collectors.toMap(f -> decoded(f[0]), f -> decoded(f[1])));
        asked.add(fields.get("hub.mode"));
        answer(exchange, 202, "");
        asking.execute(() -> verify(fields));
    }

    /** Whether the subscriber meant what somebody asked in its name. */
    private void verify(Map<String, String> fields) {
        String mode = fields.get("hub.mode");
        String query =
                "hub.mode=%s&hub.topic=%s&hub.challenge=%s&hub.lease_seconds=%d"
                        .formatted(
                                mode,
                                URLEncoder.encode(fields.get("hub.topic"), StandardCharsets.UTF_8),
                                "challenge-" + asked.size(),
                                leaseSeconds);
        HttpResponse<String> reply =
                send(HttpRequest.newBuilder(callback(fields, query)).GET().build());
        if (reply.statusCode() == 200 && reply.body().equals("challenge-" + asked.size())) {
            subscription = mode.equals("subscribe") ? fields : Map.of();
            confirmed.add(mode);
        }
    }

    /** Tells the subscriber that it is served no longer. */
    int deny() {
        String query =
                "hub.mode=denied&hub.topic="
                        + URLEncoder.encode(subscription.get("hub.topic"), StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(callback(subscription, query)).GET().build())
                .statusCode();
    }

    /** Pushes these items; the subscriber's status. */
    int push(String... titles) {
        return pushSigned(document(titles), subscription.get("hub.secret"));
    }

    /** Pushes what is signed with that secret. */
    int pushSigned(String body, String secret) {
        return send(HttpRequest.newBuilder(callback(subscription, ""))
                        .header("Content-Type", "application/rss+xml")
                        .header("X-Hub-Signature", "sha256=" + sign(body, secret))
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    private URI callback(Map<String, String> fields, String query) {
        String path = URI.create(fields.get("hub.callback")).getRawPath();
        return URI.create("http://127.0.0.1:" + port + path + (query.isEmpty() ? "" : "?" + query));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String document(String... titles) {
        var rss = new StringBuilder("<rss version='2.0'><channel><title>W</title>");
        for (String title : titles) {
            rss.append("<item><guid>%s</guid><title>%s</title></item>".formatted(title, title));
        }
        return rss.append("</channel></rss>").toString();
    }

    private static String sign(String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        asking.shutdownNow();
        server.stop(0);
    }
}
