package org.tocsin.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tocsin.core.article.Article;
import org.tocsin.core.audit.Replay;
import org.tocsin.core.feed.Discovery;
import org.tocsin.core.feed.Discovery.Nothing;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.access.Access;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.deadletter.DeadLetter;
import org.tocsin.gateway.deadletter.Pile;
import org.tocsin.gateway.deliver.Deliveries;
import org.tocsin.gateway.deliver.DeliveryMeters;
import org.tocsin.gateway.desk.DeadLetterDesk;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.desk.VerdictDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.gateway.log.LogFollower;
import org.tocsin.gateway.log.Source;
import org.tocsin.gateway.pipeline.Delays;
import org.tocsin.gateway.pipeline.Insight;
import org.tocsin.gateway.pipeline.LagMeters;
import org.tocsin.gateway.pipeline.PipelineWatch;
import org.tocsin.gateway.preview.Previews;
import org.tocsin.gateway.request.Requests;
import org.tocsin.gateway.route.AccessRoutes;
import org.tocsin.gateway.route.HttpServer;
import org.tocsin.gateway.route.Readiness;
import org.tocsin.gateway.route.SiteRoutes;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.BadSettings;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** The role {@code serve}: follows the log and answers over HTTP until it is closed. */
public final class Gateway implements AutoCloseable {

    private final Boards boards = Boards.empty();
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Timer delay =
            Timer.builder("tocsin.alert.delay")
                    .description("from the fetch of an article until its alert was read here")
                    .publishPercentileHistogram()
                    .register(meters);
    private final Clock clock;
    private final Delays delays;
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
        this.clock = clock;
        this.delays = new Delays(clock, meters);
        this.pipeline = new PipelineWatch(settings.kafka(), clock, new LagMeters(meters));
        this.access = Access.of(settings, serdes, Clock.systemUTC());
        this.deliveries =
                new Deliveries(
                        settings,
                        serdes,
                        new Deliveries.Clocks(clock, Clock.systemUTC()),
                        new DeliveryMeters(meters));
        this.requests = Requests.onLog(settings, serdes, Clock.systemUTC());
        this.log = new LogFollower(settings, deliveries.seal().over(serdes), sources());
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
                        deliveries);
        var process =
                new SiteRoutes.Process(
                        this::readiness, meters, new Insight(pipeline::now, delays), clock);
        var routes = new ArrayList<>(SiteRoutes.of(boards, desks, process, timer));
        routes.addAll(AccessRoutes.of(access));
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

    private List<Source<?>> sources() {
        return List.of(
                Source.whole(
                        Topics.ACCESS,
                        (record, credential) -> access.credentials().put(record.key(), credential)),
                Source.whole(
                        Topics.REQUESTS, (record, note) -> requests.read(record.offset(), note)),
                Source.whole(Topics.ALERTS_CURRENT, this::stands),
                new Source<>(Topics.ALERTS, Boards.ALERTS_COUNTED, this::rang)
                        .telling(boards.alerts().alerts()),
                new Source<>(
                        Topics.ALERTS_WATCHING,
                        Boards.ALERTS_COUNTED,
                        (record, alert) ->
                                boards.watching().rang(record.partition(), record.offset(), alert)),
                Source.whole(
                        Topics.VERDICTS,
                        (record, verdict) -> boards.verdicts().put(record.key(), verdict)),
                new Source<>(Topics.TAGGED, Boards.TELLINGS_HELD, this::told)
                        .telling(boards.stories().tellings()),
                Source.whole(
                        Topics.WATCHLISTS,
                        (record, watchlist) -> {
                            boards.watchlists().put(record.key(), watchlist);
                            boards.sources().put(record.key(), watchlist);
                        }),
                Source.whole(
                        Topics.LEXICON,
                        (record, entry) -> boards.lexicon().put(record.key(), entry)),
                Source.whole(
                        Topics.FEEDS, (record, feed) -> boards.feeds().put(record.key(), feed)),
                Source.whole(
                        Topics.FEED_REPORTS,
                        (record, report) -> {
                            boards.feedReports().put(record.key(), report);
                            boards.visits().add(record.key(), report);
                        }),
                new Source<>(Topics.DEAD_LETTERS, Pile.COUNTED, this::given),
                Source.whole(Topics.REPLAYS, this::putBack),
                Source.whole(
                        Topics.SUBSCRIBERS,
                        (record, subscriber) ->
                                deliveries.board().subscribers().put(record.key(), subscriber)),
                Source.whole(
                        Topics.DELIVERIES,
                        (record, delivery) -> deliveries.board().put(record.key(), delivery)));
    }

    private void stands(ConsumerRecord<String, byte[]> record, Alert alert) {
        if (alert == null) {
            boards.alerts().cleared(record.key());
        } else {
            boards.alerts().stands(alert);
        }
    }

    private void rang(ConsumerRecord<String, byte[]> record, Alert alert) {
        boards.alerts().rang(record.partition(), record.offset(), alert);
        meters.counter(
                        "tocsin.alerts",
                        "kind",
                        alert.kind().name(),
                        "severity",
                        alert.severity().id())
                .increment();
        if (log.isCaughtUp()) {
            var waited = Duration.between(alert.time(), clock.instant());
            delay.record(waited.isNegative() ? Duration.ZERO : waited);
            delays.rang(alert, article(alert.trigger()));
        }
    }

    /** Null where it was not read yet, or is no longer held. */
    private Article article(String id) {
        return boards.stories().article(id).map(each -> each.telling().article()).orElse(null);
    }

    private void told(ConsumerRecord<String, byte[]> record, TaggedTelling telling) {
        boards.stories().told(record.partition(), record.offset(), telling);
        if (log.isCaughtUp()) {
            delays.told(telling.telling());
        }
        // Each NEW one is a story.
        String verdict = telling.telling().verdict().verdict().name();
        meters.counter("tocsin.tellings", "verdict", verdict).increment();
    }

    private void given(ConsumerRecord<String, byte[]> record, byte[] value) {
        boards.deadLetters().add(DeadLetter.ofText(record));
        meters.counter("tocsin.dead.letters").increment();
    }

    private void putBack(ConsumerRecord<String, byte[]> record, Replay replay) {
        if (replay != null) {
            boards.deadLetters().replayed(replay);
        }
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
