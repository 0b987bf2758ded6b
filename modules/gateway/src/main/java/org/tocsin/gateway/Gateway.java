package org.tocsin.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.tocsin.core.feed.Discovery;
import org.tocsin.core.feed.Discovery.Nothing;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.gateway.access.Access;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.deliver.Deliveries;
import org.tocsin.gateway.deliver.DeliveryMeters;
import org.tocsin.gateway.desk.DeadLetterDesk;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.desk.VerdictDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.gateway.log.LogFollower;
import org.tocsin.gateway.pipeline.Delays;
import org.tocsin.gateway.pipeline.Insight;
import org.tocsin.gateway.pipeline.LagMeters;
import org.tocsin.gateway.pipeline.PipelineWatch;
import org.tocsin.gateway.preview.Previews;
import org.tocsin.gateway.request.Requests;
import org.tocsin.gateway.route.HttpServer;
import org.tocsin.gateway.route.Readiness;
import org.tocsin.gateway.route.SiteRoutes;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.BadSettings;
import org.tocsin.wire.settings.Settings;

/** The role {@code serve}: follows the log and answers over HTTP until it is closed. */
public final class Gateway implements AutoCloseable {

    private final Boards boards = Boards.empty();
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final PipelineWatch pipeline;
    private final Access access;
    private final Requests requests;
    private final LogFollower log;
    private final Previews previews;
    private final Deliveries deliveries;
    private final HttpServer http;

    /**
     * As {@link #Gateway(Settings, AvroSerdes, Clock, Discovery.Search)}, without a search: the
     * feeds of sites are not looked for.
     */
    public Gateway(Settings settings, AvroSerdes serdes, Clock clock) {
        this(settings, serdes, clock, address -> new Nothing("not looked for here", true));
    }

    /**
     * Starts both; ready when {@link #isReady} says so.
     *
     * @param clock what the articles' times are compared with
     * @param search finds the feeds of sites
     * @throws BadSettings when anybody could reach it from elsewhere without a login
     * @throws HttpServer.PortTaken when something else listens on the settings' port
     */
    public Gateway(Settings settings, AvroSerdes serdes, Clock clock, Discovery.Search search) {
        settings.refuseOpenDoor();
        var delays = new Delays(clock, meters);
        this.pipeline = new PipelineWatch(settings.kafka(), clock, new LagMeters(meters));
        this.access = Access.of(settings, serdes, Clock.systemUTC());
        this.deliveries =
                new Deliveries(
                        settings,
                        serdes,
                        new Deliveries.Clocks(clock, Clock.systemUTC()),
                        new DeliveryMeters(meters));
        this.requests = Requests.onLog(settings, serdes, Clock.systemUTC());
        var intake = new Intake(boards, new Intake.Watch(clock, meters, delays, this::isReady));
        this.log =
                new LogFollower(
                        settings,
                        deliveries.seal().over(serdes),
                        intake.sources(access.credentials(), requests, deliveries.board()));
        this.previews = new Previews(settings, serdes, clock);
        measure();
        var desks =
                new SiteRoutes.Desks(
                        new WatchlistDesk(settings, serdes, clock),
                        new FeedDesk(settings, serdes, clock),
                        new LexiconDesk(settings, serdes, clock),
                        new VerdictDesk(settings, serdes, clock),
                        new DeadLetterDesk(settings, serdes, clock),
                        search,
                        previews,
                        deliveries,
                        access);
        var process =
                new SiteRoutes.Process(
                        this::readiness,
                        meters,
                        new Insight(pipeline::now, delays),
                        settings.access().publicUrl(),
                        clock);
        var routes = SiteRoutes.of(boards, desks, process, timer);
        this.http =
                HttpServer.start(
                        new HttpServer.Address(
                                settings.httpHost(),
                                settings.httpPort(),
                                settings.isLoopbackOnly()),
                        routes,
                        new HttpServer.Visitors(access.callers(), access.limits(), requests));
        log.start();
        pipeline.start();
        deliveries.start(log::isCaughtUp);
    }

    private void measure() {
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        garbage.bindTo(meters);
        Gauge.builder("tocsin.gateway.caught.up", log, l -> l.isCaughtUp() ? 1 : 0)
                .register(meters);
        Gauge.builder("tocsin.gateway.undecodable", log, LogFollower::undecodable).register(meters);
        for (FeedStatus.State state : FeedStatus.State.values()) {
            Gauge.builder("tocsin.feeds", boards, b -> b.feedsThatAre(state))
                    .description("Feeds by what they give at present")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Gauge.builder("tocsin.dead.letters.waiting", boards, b -> b.deadLetters().waiting())
                .description("Dead letters that were not put back")
                .register(meters);
        Gauge.builder("tocsin.alert.threads", boards, b -> b.alerts().rows().size())
                .register(meters);
    }

    private Readiness readiness() {
        return new Readiness(log.isCaughtUp(), log.detail());
    }

    /** Where it listens. */
    public int port() {
        return http.port();
    }

    /** What {@code /metrics} shows; others of this process may add to it. */
    public MeterRegistry meters() {
        return meters;
    }

    /** Whether the boards show what the log says. */
    public boolean isReady() {
        return log.isCaughtUp();
    }

    @Override
    public void close() {
        http.close();
        requests.close();
        deliveries.close();
        previews.close();
        pipeline.close();
        log.close();
        timer.shutdownNow();
        garbage.close();
        meters.close();
    }
}
