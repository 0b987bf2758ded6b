package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.DELIVER;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.gateway.deliver.Deliveries;

/** What became of the alerts that a subscriber was to be told of, and telling them again. */
final class DeliveryRoutes implements Routes {

    private static final String PATH = Api.ROOT + "/subscribers/{id}";

    private final Deliveries deliveries;

    DeliveryRoutes(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** {@code event} is the alert's id; {@code status} 0 where nobody answered. */
    record Shown(
            String event,
            String state,
            int attempts,
            Instant queued,
            Instant last,
            Instant next,
            int status,
            String reason,
            int millis,
            String watchlist,
            String headline) {

        static Shown of(Delivery d) {
            return new Shown(
                    d.event(),
                    d.state().name().toLowerCase(Locale.ROOT),
                    d.attempts(),
                    d.queued(),
                    d.last(),
                    d.next(),
                    d.status(),
                    d.reason(),
                    d.millis(),
                    d.watchlist(),
                    d.headline());
        }
    }

    record Replayed(int replayed) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH + "/deliveries", this::list, READ);
        routes.post(PATH + "/deliveries/{event}/replay", this::replayOne, DELIVER);
        routes.post(PATH + "/replay", this::replay, DELIVER);
        routes.post(PATH + "/test", this::test, DELIVER);
    }

    private void list(Context ctx) {
        String state = ctx.queryParam("state");
        Set<String> states = Set.of("waiting", "delivered", "failed");
        if (state != null && !states.contains(state)) {
            throw Problem.badRequest("state is waiting, delivered or failed, not " + state);
        }
        List<Delivery> wanted =
                deliveries.board().of(known(ctx)).stream()
                        .filter(each -> state == null || state.equals(Shown.of(each).state()))
                        .toList();
        Listing.of("deliveries", wanted, DeliveryRoutes::key).usually(100).send(ctx, Shown::of);
    }

    /** The last changed first. */
    private static String key(Delivery delivery) {
        return Listing.latestFirst(delivery.changed(), delivery.event());
    }

    private void replayOne(Context ctx) {
        String id = known(ctx);
        String event = ctx.pathParam("event");
        Delivery found =
                deliveries
                        .board()
                        .find(id, event)
                        .orElseThrow(() -> Problem.notFound("no delivery " + event + " is held"));
        if (!found.isReplayable()) {
            throw Problem.of(409, "Not failed", "only what has failed is sent again").refused();
        }
        answerReplay(ctx, List.of(found));
    }

    private void replay(Context ctx) {
        Instant since = since(ctx);
        answerReplay(
                ctx,
                deliveries.board().of(known(ctx)).stream()
                        .filter(Delivery::isReplayable)
                        .filter(delivery -> !delivery.queued().isBefore(since))
                        .toList());
    }

    private static Instant since(Context ctx) {
        String since = ctx.queryParam("since");
        try {
            return since == null ? Instant.EPOCH : Instant.parse(since);
        } catch (DateTimeException e) {
            throw Problem.badRequest("since is a time as 2026-03-02T12:00:00Z, not " + since);
        }
    }

    private void answerReplay(Context ctx, List<Delivery> failed) {
        deliveries.orders().replay(failed, Retries.done(ctx));
        ctx.status(202);
        Api.json(ctx, new Replayed(failed.size()));
    }

    private void test(Context ctx) {
        Delivery test = deliveries.orders().test(known(ctx), Retries.done(ctx));
        ctx.status(202);
        Api.json(ctx, Shown.of(test));
    }

    private String known(Context ctx) {
        String id = ctx.pathParam("id");
        return deliveries
                .board()
                .subscribers()
                .get(id)
                .orElseThrow(() -> SubscriberRoutes.unknown(id))
                .id();
    }
}
