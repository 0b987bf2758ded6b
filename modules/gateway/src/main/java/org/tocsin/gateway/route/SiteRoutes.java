package org.tocsin.gateway.route;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.tocsin.core.feed.Discovery;
import org.tocsin.gateway.access.Access;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.deliver.Deliveries;
import org.tocsin.gateway.deliver.DeliveryBoard;
import org.tocsin.gateway.desk.DeadLetterDesk;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.desk.VerdictDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.gateway.pipeline.Insight;
import org.tocsin.gateway.preview.Previews;
import org.tocsin.gateway.stream.EventStream;
import org.tocsin.gateway.stream.EventStream.Pace;

/** Everything that the gateway answers. */
public final class SiteRoutes {

    private SiteRoutes() {}

    /** What may be changed or begun through the gateway. */
    public record Desks(
            WatchlistDesk watchlists,
            FeedDesk feeds,
            LexiconDesk lexicon,
            VerdictDesk verdicts,
            DeadLetterDesk deadLetters,
            Discovery.Search search,
            Previews previews,
            Deliveries deliveries,
            Access access) {}

    /**
     * What is known of the process itself.
     *
     * @param site where browsers find it, as the settings say
     */
    public record Process(
            Supplier<Readiness> readiness,
            PrometheusMeterRegistry meters,
            Insight insight,
            Optional<URI> site,
            Clock clock) {}

    public static List<Routes> of(
            Boards boards, Desks desks, Process process, ScheduledExecutorService timer) {
        var alerts = BoardRoutes.alertStream(boards, Pace.USUAL, timer);
        var tellings = BoardRoutes.tellingStream(boards, Pace.USUAL, timer);
        measure("alerts", alerts, process.meters());
        measure("stories", tellings, process.meters());
        var routes =
                new ArrayList<>(
                        BoardRoutes.over(boards, alerts, tellings, desks.previews().search()));
        routes.add(new AtomRoutes(boards, process.site()));
        routes.add(new JsonFeedRoutes(boards, process.site()));
        routes.add(new WatchlistRoutes(boards.watchlists(), desks.watchlists(), boards.lexicon()));
        routes.add(new DraftRoutes(boards));
        routes.add(new PlanRoutes(boards));
        routes.add(new RosterRoutes(boards, desks.previews()::now));
        routes.add(new VersionRoutes(desks.watchlists(), boards.lexicon()));
        routes.add(new PreviewRoutes(boards, desks.previews()));
        routes.add(new VerdictRoutes(boards, desks.verdicts()));
        routes.add(new VolumeRoutes(boards, desks.verdicts()::now));
        routes.add(new MuteRoutes(boards, desks.verdicts()));
        routes.add(new DiscoveryRoutes(boards.feeds(), desks.search()));
        routes.add(new FeedRoutes(boards, desks.feeds()));
        routes.add(new LexiconRoutes(boards.lexicon(), desks.lexicon()));
        routes.add(new AdditionRoutes(boards.lexicon(), boards.stories()));
        routes.add(new DeadLetterRoutes(boards.deadLetters(), desks.deadLetters()));
        var pipeline =
                new PipelineRoutes(boards, process.insight(), process.readiness(), process.clock());
        routes.add(pipeline);
        routes.add(new SubscriberRoutes(boards.watchlists(), desks.deliveries()));
        routes.add(new DeliveryRoutes(desks.deliveries()));
        routes.add(new HealthRoutes(process.readiness()));
        routes.add(new MetricsRoutes(process.meters()));
        routes.add(new DescriptionRoutes());
        routes.addAll(AccessRoutes.of(desks.access()));
        routes.add(
                page(
                        boards,
                        desks.deliveries().board(),
                        desks.verdicts()::now,
                        Map.of(
                                "/lexicon",
                                new LexiconParts(boards.lexicon(), desks.verdicts()::now),
                                "/pipeline",
                                new PipelineParts(pipeline::standing, boards.deadLetters()),
                                "/access",
                                new TokenParts(desks.access().credentials()))));
        return routes;
    }

    static Page page(
            Boards boards,
            DeliveryBoard deliveries,
            Supplier<Instant> now,
            Map<String, Parts> parts) {
        return new Page(
                Map.of(
                        "/", new FirstRows(boards, now)::html,
                        "/watchlists", new RosterRows(boards, now)::html,
                        "/feeds", new FeedRows(boards, now)::html,
                        "/delivery", new SubscriberRows(deliveries, now)::html),
                parts);
    }

    private static void measure(String name, EventStream<?> stream, MeterRegistry meters) {
        Gauge.builder("tocsin.stream.readers", stream, EventStream::readers)
                .description("who follows the stream now")
                .tag("stream", name)
                .register(meters);
        FunctionCounter.builder("tocsin.stream.cut.off", stream, EventStream::cutOff)
                .description("readers sent away because they did not keep up")
                .tag("stream", name)
                .register(meters);
    }
}
