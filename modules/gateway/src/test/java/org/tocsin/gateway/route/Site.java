package org.tocsin.gateway.route;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.tocsin.core.feed.Discovery;
import org.tocsin.gateway.access.Access;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.contract.Contract;
import org.tocsin.gateway.contract.Exchange;
import org.tocsin.gateway.deliver.Deliveries;
import org.tocsin.gateway.deliver.DeliveryMeters;
import org.tocsin.gateway.desk.DeadLetterDesk;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.desk.VerdictDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.gateway.pipeline.Delays;
import org.tocsin.gateway.pipeline.Insight;
import org.tocsin.gateway.pipeline.Pipeline;
import org.tocsin.gateway.preview.Previews;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/**
 * The gateway's HTTP side on a free port, its boards fed by the test itself. There is no broker
 * behind the desks: what they write is tried where there is one. Every exchange is held against the
 * description of the interface.
 */
final class Site implements AutoCloseable {

    final Boards boards = Boards.empty();

    /** What the gateway knows of the stages. */
    volatile Pipeline pipeline = new Pipeline(Instant.EPOCH, "nobody looked yet", List.of());

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final Delays delays = new Delays(Clock.systemUTC(), meters);

    /** What stands at the addresses of the test's web. */
    volatile Discovery.Search search = address -> new Discovery.Nothing("nothing there", true);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofMinutes(3)).build();
    private final Contract contract = new Contract();
    private final Previews previews;
    final Access access;
    final Deliveries deliveries;
    final HttpServer server;

    Site() {
        this(Map.of());
    }

    /** With these settings beside those that keep it from any broker. */
    Site(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
        environment.put("TOCSIN_SCHEMA_REGISTRY_URL", "http://127.0.0.1:1");
        Settings settings = Settings.from(environment);
        var serdes = new AvroSerdes(settings.registry());
        previews = new Previews(settings, serdes, Clock.systemUTC());
        deliveries =
                new Deliveries(
                        settings,
                        serdes,
                        new Deliveries.Clocks(Clock.systemUTC(), Clock.systemUTC()),
                        new DeliveryMeters(meters));
        access = Access.of(settings, serdes, Clock.systemUTC());
        var desks =
                new SiteRoutes.Desks(
                        new WatchlistDesk(settings, serdes, Clock.systemUTC()),
                        new FeedDesk(settings, serdes, Clock.systemUTC()),
                        new LexiconDesk(settings, serdes, Clock.systemUTC()),
                        new VerdictDesk(settings, serdes, Clock.systemUTC()),
                        new DeadLetterDesk(settings, serdes, Clock.systemUTC()),
                        address -> search.find(address),
                        previews,
                        deliveries,
                        access);
        var process =
                new SiteRoutes.Process(
                        () -> new Readiness(true, "following the log"),
                        meters,
                        new Insight(() -> pipeline, delays),
                        settings.access().publicUrl(),
                        Clock.systemUTC());
        var routes = SiteRoutes.of(boards, desks, process, timer);
        server =
                HttpServer.start(
                        new HttpServer.Address("127.0.0.1", 0, true),
                        routes,
                        access.callers(),
                        access.limits());
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET(), "");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(
                request(path, headers).method(method, HttpRequest.BodyPublishers.ofString(body)),
                body);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(3));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder, String body) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            contract.hold(Exchange.of(request, body, answer));
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        deliveries.close();
        previews.close();
        timer.shutdownNow();
        meters.close();
    }
}
