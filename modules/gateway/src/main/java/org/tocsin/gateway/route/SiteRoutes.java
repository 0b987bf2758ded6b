package org.tocsin.gateway.route;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.yaml.WatchlistYaml;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.WatchlistDesk;

/** Everything that the gateway answers. */
public final class SiteRoutes {

    private SiteRoutes() {}

    /** What may be changed through the gateway. */
    public record Desks(WatchlistDesk watchlists, FeedDesk feeds, Lexicon lexicon) {}

    /** What is known of the process itself. */
    public record Process(Supplier<Readiness> readiness, PrometheusMeterRegistry meters) {}

    public static List<Routes> of(
            Boards boards, Desks desks, Process process, ScheduledExecutorService timer) {
        var routes = new ArrayList<>(BoardRoutes.over(boards, timer));
        var yaml = new WatchlistYaml(desks.lexicon());
        routes.add(new WatchlistRoutes(boards.watchlists(), desks.watchlists(), yaml));
        routes.add(new FeedRoutes(boards, desks.feeds()));
        routes.add(new LexiconRoutes(desks.lexicon()));
        routes.add(new HealthRoutes(process.readiness()));
        routes.add(new MetricsRoutes(process.meters()));
        routes.add(new DescriptionRoutes());
        routes.add(new Page());
        return routes;
    }
}
