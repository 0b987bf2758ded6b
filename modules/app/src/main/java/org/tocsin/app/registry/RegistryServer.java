package org.tocsin.app.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.core.json.Json;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.TopicAdmin;
import org.tocsin.wire.topic.TopicLayout;

/**
 * A schema registry on loopback, over a Kafka that keeps its schemas. It answers once it has read
 * all of them.
 */
public final class RegistryServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int THREADS = 4;

    private static final Topic<byte[]> SCHEMAS =
            new Topic<>(SchemaLog.TOPIC, "what is told", byte[].class, 1, null, true);

    private final HttpServer server;
    private final ExecutorService threads;
    private final SchemaLog log;
    private final Routes routes;

    private RegistryServer(HttpServer server, SchemaLog log) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, RegistryServer::thread);
        this.log = log;
        var subjects = new Subjects();
        log.replay(subjects::apply);
        this.routes = new Routes(new Registrar(subjects, log));
    }

    /**
     * @param kafka client properties with {@code bootstrap.servers}
     * @param port on loopback; 0 takes a free one
     */
    public static RegistryServer start(Map<String, ?> kafka, int port) throws CannotStart {
        HttpServer http = bind(port);
        SchemaLog log = null;
        try {
            createTopic(kafka);
            log = new SchemaLog(kafka);
            var server = new RegistryServer(http, log);
            server.serve();
            return server;
        } catch (KafkaException e) {
            http.stop(0);
            if (log != null) {
                log.close();
            }
            throw new CannotStart("the embedded schema registry: " + e.getMessage(), e);
        }
    }

    public static RegistryServer start(String bootstrapServers, int port) throws CannotStart {
        return start(Map.of("bootstrap.servers", bootstrapServers), port);
    }

    private static HttpServer bind(int port) throws CannotStart {
        // The JDK's server writes head and body apart; without this the kernel holds the body back
        // until the head is acknowledged, 40 ms later. It can be set in no other way.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new CannotStart(
                    "port %d is taken; set TOCSIN_EMBEDDED_REGISTRY_PORT to another"
                            .formatted(port),
                    e);
        } catch (IOException e) {
            throw new CannotStart("the embedded schema registry cannot listen: " + e, e);
        }
    }

    private static void createTopic(Map<String, ?> kafka) {
        try (var admin = new TopicAdmin(kafka, new TopicLayout(1, Optional.empty()), PATIENCE)) {
            admin.apply(List.of(SCHEMAS));
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "schema-registry");
        thread.setDaemon(true);
        return thread;
    }

    private void serve() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** For {@code schema.registry.url}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, 200, routes.answer(Call.of(exchange)));
            } catch (Refusal e) {
                send(exchange, e.status(), error(e.code(), e.getMessage()));
            } catch (KafkaException e) {
                LOG.error("the registry cannot keep a schema", e);
                send(exchange, 500, error(50001, "Error in the backend data store"));
            } catch (RuntimeException e) {
                LOG.error("the registry failed at {}", exchange.getRequestURI().getPath(), e);
                send(exchange, 500, error(50002, "Operation failed"));
            }
        }
    }

    private static Map<String, Object> error(int code, String message) {
        var error = new LinkedHashMap<String, Object>();
        error.put("error_code", code);
        error.put("message", message);
        return error;
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = Json.line(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        log.close();
    }
}
