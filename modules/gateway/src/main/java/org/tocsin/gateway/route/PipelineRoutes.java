package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.OPERATE;

import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.pipeline.Delays.Leg;
import org.tocsin.gateway.pipeline.Insight;
import org.tocsin.gateway.pipeline.Pipeline;
import org.tocsin.gateway.pipeline.Spread;

/** How all parts of the system stand, for those who have no Grafana. */
final class PipelineRoutes implements Routes {

    /** A feed that waits for longer than this is late, as the ingestor's own metric has it. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Boards boards;
    private final Insight insight;
    private final Supplier<Readiness> readiness;
    private final Clock clock;

    PipelineRoutes(Boards boards, Insight insight, Supplier<Readiness> readiness, Clock clock) {
        this.boards = boards;
        this.insight = insight;
        this.readiness = readiness;
        this.clock = clock;
    }

    /** {@code overdue} are those that should have been read a minute ago. */
    record Feeds(Map<String, Long> states, long overdue) {}

    /**
     * {@code delays} is by leg, null for one of which nothing was seen; {@code deadLetters} counts
     * those that wait; {@code speed} is 1 but for a replay.
     */
    record Standing(
            Instant at,
            String trouble,
            List<Pipeline.Stage> stages,
            Map<String, Spread> delays,
            double speed,
            Feeds feeds,
            long deadLetters,
            Readiness gateway) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/pipeline", ctx -> Api.json(ctx, standing()), OPERATE);
    }

    Standing standing() {
        Pipeline now = insight.stages().get();
        return new Standing(
                now.at(),
                now.trouble(),
                now.stages(),
                delays(),
                insight.delays().speed(),
                feeds(),
                boards.deadLetters().waiting(),
                readiness.get());
    }

    private Map<String, Spread> delays() {
        Map<Leg, Spread> spreads = insight.delays().spreads();
        var named = new TreeMap<String, Spread>();
        for (Leg leg : Leg.values()) {
            named.put(leg.name().toLowerCase(Locale.ROOT), spreads.get(leg));
        }
        return named;
    }

    private Feeds feeds() {
        List<FeedStatus> statuses = boards.feedStatuses();
        Instant late = clock.instant().minus(LATE);
        long overdue =
                statuses.stream()
                        .filter(feed -> feed.nextDue() != null && feed.nextDue().isBefore(late))
                        .count();
        Map<String, Long> states =
                statuses.stream()
                        .collect(
                                Collectors.groupingBy(
                                        feed -> feed.state().name().toLowerCase(Locale.ROOT),
                                        TreeMap::new,
                                        Collectors.counting()));
        return new Feeds(states, overdue);
    }
}
