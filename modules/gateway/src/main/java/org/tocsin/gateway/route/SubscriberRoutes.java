package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.DELIVER;
import static org.tocsin.gateway.access.Permission.READ;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.board.Latest;
import org.tocsin.gateway.deliver.Deliveries;
import org.tocsin.gateway.deliver.DeliveryBoard;
import org.tocsin.gateway.desk.SubscriberDesk;

/** Who is told of alerts: webhooks, channels, mail addresses. */
final class SubscriberRoutes implements Routes {

    private static final String PATH = Api.ROOT + "/subscribers";

    private final Latest<Watchlist> watchlists;
    private final Deliveries deliveries;

    SubscriberRoutes(Latest<Watchlist> watchlists, Deliveries deliveries) {
        this.watchlists = watchlists;
        this.deliveries = deliveries;
    }

    /** {@code to} is the address as it may be shown, {@code health} how it goes. */
    record Shown(
            String id,
            String title,
            Subscriber.Kind kind,
            String to,
            List<String> watchlists,
            Severity severity,
            List<String> kinds,
            String digest,
            Subscriber.State state,
            String reason,
            Instant since,
            int version,
            Health health) {

        static Shown of(Subscriber s, DeliveryBoard board) {
            return new Shown(
                    s.id(),
                    s.title(),
                    s.kind(),
                    s.to(),
                    s.watchlists(),
                    s.severity(),
                    s.kinds(),
                    s.digest(),
                    s.state(),
                    s.reason(),
                    s.since(),
                    s.version(),
                    Health.of(board.health(s.id())));
        }
    }

    /** Counts of what is held, and of the last attempt when, with what status and why not. */
    record Health(
            int waiting, int failed, int delivered, Instant last, Integer status, String trouble) {

        static Health of(DeliveryBoard.Health health) {
            var latest = health.latest();
            return new Health(
                    health.waiting(),
                    health.failed(),
                    health.taken(),
                    health.last(),
                    latest == null || latest.status() == 0 ? null : latest.status(),
                    latest == null ? null : latest.reason());
        }
    }

    /** A new secret, shown this once; null of what is not signed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signed(Shown subscriber, String secret) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list, READ);
        routes.post(PATH, this::add, DELIVER);
        routes.get(PATH + "/{id}", this::show, READ);
        routes.patch(PATH + "/{id}", this::change, DELIVER);
        routes.delete(PATH + "/{id}", this::remove, DELIVER);
        routes.post(PATH + "/{id}/secret", this::rotate, DELIVER);
    }

    private void list(Context ctx) {
        DeliveryBoard board = deliveries.board();
        Listing.of("subscribers", board.subscribers().values(), Subscriber::id)
                .send(ctx, subscriber -> Shown.of(subscriber, board));
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        send(ctx, deliveries.board().subscribers().get(id).orElseThrow(() -> unknown(id)));
    }

    private void add(Context ctx) {
        Subscriber wanted = form(ctx).added();
        try {
            Subscriber added = deliveries.desk().add(wanted, Api.author(ctx));
            ctx.status(201).header("Location", PATH + "/" + added.id());
            sendSigned(ctx, added);
        } catch (SubscriberDesk.Taken e) {
            throw Problem.of(409, "Taken", e.getMessage()).refused();
        }
    }

    private void change(Context ctx) {
        String id = ctx.pathParam("id");
        SubscriberForm form = form(ctx);
        Integer expected = ETags.expected(ctx);
        send(
                ctx,
                orOvertaken(
                                () ->
                                        deliveries
                                                .desk()
                                                .change(
                                                        id,
                                                        form::changed,
                                                        Api.author(ctx),
                                                        expected))
                        .orElseThrow(() -> unknown(id)));
    }

    private void remove(Context ctx) {
        String id = ctx.pathParam("id");
        Integer expected = ETags.expected(ctx);
        if (!orOvertaken(() -> deliveries.desk().remove(id, Api.author(ctx), expected))) {
            throw unknown(id);
        }
        ctx.status(204);
    }

    private void rotate(Context ctx) {
        String id = ctx.pathParam("id");
        Subscriber now = deliveries.desk().find(id).orElseThrow(() -> unknown(id));
        if (now.kind() != Subscriber.Kind.WEBHOOK) {
            throw Problem.of(409, "Not signed", "only webhooks are signed").refused();
        }
        Integer expected = ETags.expected(ctx);
        Instant day = deliveries.orders().now();
        sendSigned(
                ctx,
                orOvertaken(() -> deliveries.desk().rotate(id, day, Api.author(ctx), expected))
                        .orElseThrow(() -> unknown(id)));
    }

    private SubscriberForm form(Context ctx) {
        return new SubscriberForm(
                ctx, deliveries.addresses(), id -> watchlists.get(id).isPresent());
    }

    private void send(Context ctx, Subscriber subscriber) {
        ctx.header("ETag", '"' + Integer.toString(subscriber.version()) + '"');
        Api.json(ctx, Shown.of(subscriber, deliveries.board()));
    }

    private void sendSigned(Context ctx, Subscriber subscriber) {
        ctx.header("ETag", '"' + Integer.toString(subscriber.version()) + '"');
        if (subscriber.secret() != null) {
            ctx.header("Cache-Control", "no-store");
        }
        Api.json(ctx, new Signed(Shown.of(subscriber, deliveries.board()), subscriber.secret()));
    }

    private static <T> T orOvertaken(Supplier<T> change) {
        try {
            return change.get();
        } catch (SubscriberDesk.Overtaken e) {
            throw Problem.of(412, "Changed meanwhile", e.getMessage()).refused();
        }
    }

    static Problem.Refused unknown(String id) {
        return Problem.notFound("there is no subscriber " + id);
    }
}
