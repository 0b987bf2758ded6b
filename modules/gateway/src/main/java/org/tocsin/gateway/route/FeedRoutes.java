package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.FEED;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedEdit;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.gateway.board.AskedSource;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.board.Visits;
import org.tocsin.gateway.desk.Expected;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.FeedDesk.Outcome;
import org.tocsin.gateway.desk.FeedDesk.Saved;
import org.tocsin.gateway.opml.BadOpml;
import org.tocsin.gateway.opml.FeedList;
import org.tocsin.gateway.opml.FeedList.LeftOut;
import org.tocsin.gateway.opml.Opml;
import org.tocsin.gateway.route.Problem.Fault;

/** The feeds, one by one or as OPML, what reading them came to, and what they give at present. */
final class FeedRoutes implements Routes {

    private static final Set<String> JSON = Set.of("application/json");
    private static final String OPML = "text/x-opml";
    private static final Set<String> OPML_TYPES = Set.of(OPML, "text/xml", "application/xml");

    private final Boards boards;
    private final FeedDesk desk;

    FeedRoutes(Boards boards, FeedDesk desk) {
        this.boards = boards;
        this.desk = desk;
    }

    /** A feed, the report on its last visit (null before it), and what visits came to of late. */
    record Visited(FeedStatus feed, FeedReport report, List<Visits.Visit> visits) {}

    /** {@code feeds} are those that are new or changed; {@code listed} counts each feed once. */
    record Imported(List<Feed> feeds, int listed, List<LeftOut> leftOut) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                Api.ROOT + "/feeds",
                ctx -> Listing.of("feeds", boards.feeds().values(), Feed::id).send(ctx),
                READ);
        routes.post(Api.ROOT + "/feeds", this::add, FEED);
        // Before {id}, which would take these for feeds.
        routes.get(
                Api.ROOT + "/feeds/reports",
                ctx ->
                        Listing.of("reports", boards.feedReports().values(), FeedReport::feed)
                                .send(ctx),
                READ);
        routes.get(Api.ROOT + "/feeds/coverage", this::coverage, READ);
        routes.get(Api.ROOT + "/feeds/gaps", this::gaps, READ);
        routes.get(Api.ROOT + "/feeds/{id}/report", this::report, READ);
        routes.get(Api.ROOT + "/feeds/opml", this::exportOpml, READ);
        routes.post(Api.ROOT + "/feeds/opml", this::importOpml, FEED);
        routes.get(Api.ROOT + "/feeds/{id}", this::show, READ);
        routes.put(Api.ROOT + "/feeds/{id}", this::change, FEED);
        routes.delete(Api.ROOT + "/feeds/{id}", this::remove, FEED);
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        send(ctx, boards.feeds().get(id).orElseThrow(() -> unknown(id)));
    }

    private void coverage(Context ctx) {
        String wanted = ctx.queryParam("state");
        List<FeedStatus> all = boards.feedStatuses();
        if (wanted == null) {
            send(ctx, all);
            return;
        }
        FeedStatus.State state =
                FeedStatus.State.of(wanted)
                        .orElseThrow(
                                () ->
                                        Problem.badRequest(
                                                "state is one of %s, not %s"
                                                        .formatted(
                                                                List.of(FeedStatus.State.values()),
                                                                wanted)));
        send(ctx, all.stream().filter(each -> each.state() == state).toList());
    }

    private static void send(Context ctx, List<FeedStatus> statuses) {
        // Two feeds never have one address, so it is a key, and the order people expect.
        Listing.of("feeds", statuses, status -> status.feed().url()).send(ctx);
    }

    /** Sources that a watchlist asks for and no live feed tells. */
    private void gaps(Context ctx) {
        List<AskedSource> gaps =
                boards.askedSources().stream().filter(AskedSource::untold).toList();
        Listing.of("gaps", gaps, gap -> gap.watchlist() + "\n" + gap.source()).send(ctx);
    }

    private void report(Context ctx) {
        String id = ctx.pathParam("id");
        Feed feed = boards.feeds().get(id).orElseThrow(() -> unknown(id));
        FeedReport report = boards.feedReports().get(id).orElse(null);
        Api.json(ctx, new Visited(boards.status(feed), report, boards.visits().of(id)));
    }

    private void add(Context ctx) {
        FeedEdit edit = FeedForm.withAddress(Api.body(ctx, JSON));
        Saved saved = desk.apply(List.of(edit), Api.author(ctx)).get(0);
        ctx.status(saved.outcome() == Outcome.CREATED ? 201 : 200);
        ctx.header("Location", Api.ROOT + "/feeds/" + saved.feed().id());
        send(ctx, saved.feed());
    }

    private void change(Context ctx) {
        String id = ctx.pathParam("id");
        FeedEdit edit = FeedForm.ofKnown(Api.body(ctx, JSON));
        try {
            Expected<Feed> expected = ETags.expecting(ctx, ETags::ofContent);
            Supplier<Optional<Feed>> change = () -> desk.change(id, edit, Api.user(ctx), expected);
            send(ctx, ETags.orOvertaken(change).orElseThrow(() -> unknown(id)));
        } catch (FeedDesk.Taken e) {
            throw Problem.of(409, "Address taken", e.getMessage()).refused();
        }
    }

    private void remove(Context ctx) {
        String id = ctx.pathParam("id");
        Expected<Feed> expected = ETags.expecting(ctx, ETags::ofContent);
        if (!ETags.orOvertaken(() -> desk.remove(id, Api.user(ctx), expected))) {
            throw unknown(id);
        }
        ctx.status(204);
    }

    private static void send(Context ctx, Feed feed) {
        ctx.header("ETag", ETags.ofContent(feed));
        Api.json(ctx, feed);
    }

    private void exportOpml(Context ctx) {
        ctx.contentType(OPML + "; charset=utf-8")
                .result(Opml.write(boards.feeds().values()).getBytes(StandardCharsets.UTF_8));
    }

    private void importOpml(Context ctx) {
        byte[] body = Api.body(ctx, OPML_TYPES, Opml.LONGEST);
        try {
            FeedList list = Opml.read(body, charset(ctx));
            List<Saved> saved = desk.apply(list.feeds(), Api.author(ctx));
            List<Feed> touched =
                    saved.stream()
                            .filter(each -> each.outcome() != Outcome.UNCHANGED)
                            .map(Saved::feed)
                            .toList();
            Api.json(ctx, new Imported(touched, saved.size(), list.leftOut()));
        } catch (BadOpml e) {
            var fault = new Fault(e.line(), e.column(), e.getMessage());
            throw Problem.unprocessable("OPML refused", List.of(fault)).refused();
        }
    }

    /** As the header names it; null where it leaves that to the document. */
    private static String charset(Context ctx) {
        String type = ctx.contentType() == null ? "" : ctx.contentType();
        String[] parts = type.split("(?i);\\s*charset=", 2);
        return parts.length < 2 ? null : parts[1].split(";")[0].replace("\"", "").strip();
    }

    private static Problem.Refused unknown(String id) {
        return Problem.notFound("there is no feed " + id);
    }
}
