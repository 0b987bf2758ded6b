package org.tocsin.app.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that alerts are posted to: it keeps them, and answers as it is told to. */
final class Inbox implements AutoCloseable {

    /** What was posted; header names as they came. */
    record Post(String id, Map<String, List<String>> headers, String body, Instant at) {}

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Post, Integer> answers = post -> 204;

    Inbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var post =
                    new Post(
                            headers.getFirst("webhook-id"),
                            Map.copyOf(headers),
                            body,
                            Instant.now());
            int status = answers.apply(post);
            posts.add(post);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    Inbox answering(int status) {
        answers = post -> status;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    List<String> ids() {
        return posts.stream().map(Post::id).distinct().toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
