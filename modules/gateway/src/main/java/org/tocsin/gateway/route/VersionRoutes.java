package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;
import static org.tocsin.gateway.access.Permission.WATCH;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.json.Json;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.desk.Author;
import org.tocsin.gateway.desk.WatchlistDesk;

/** The versions of a watchlist: who made them and why, how two differ, and the way back. */
final class VersionRoutes implements Routes {

    private final WatchlistDesk desk;
    private final LiveLexicon lexicon;

    VersionRoutes(WatchlistDesk desk, LiveLexicon lexicon) {
        this.desk = desk;
        this.lexicon = lexicon;
    }

    /** A key that two versions have different values of, null where one does not say it. */
    record Changed(String key, JsonNode from, JsonNode to) {}

    record Diff(String watchlist, int from, int to, List<Changed> changes) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/watchlists/{id}/history", this::history, READ);
        routes.get(Api.ROOT + "/watchlists/{id}/versions/{version}", this::show, READ);
        routes.get(Api.ROOT + "/watchlists/{id}/diff", this::diff, READ);
        routes.post(Api.ROOT + "/watchlists/{id}/rollback", this::rollBack, WATCH);
    }

    private void history(Context ctx) {
        Listing.of("history", known(ctx), Listing::inOrder).send(ctx);
    }

    private List<AuditEntry> known(Context ctx) {
        String id = ctx.pathParam("id");
        List<AuditEntry> history = desk.history(id);
        if (history.isEmpty()) {
            throw Problem.notFound("there is no watchlist " + id);
        }
        return history;
    }

    private void show(Context ctx) {
        Api.json(ctx, version(ctx, number(ctx.pathParam("version"), "version")));
    }

    private void diff(Context ctx) {
        int latest =
                known(ctx).stream().map(AuditEntry::version).max(Comparator.naturalOrder()).get();
        String from = ctx.queryParam("from");
        String to = ctx.queryParam("to");
        int until = to == null ? latest : number(to, "to");
        int since = from == null ? Math.max(1, until - 1) : number(from, "from");
        List<Changed> changes = changes(version(ctx, since), version(ctx, until));
        Api.json(ctx, new Diff(ctx.pathParam("id"), since, until, changes));
    }

    /** The keys in which two versions differ; their numbers are none of them. */
    static List<Changed> changes(Watchlist one, Watchlist other) {
        JsonNode before = Json.mapper().valueToTree(one);
        JsonNode after = Json.mapper().valueToTree(other);
        var keys = new TreeSet<String>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        keys.remove("version");
        var changes = new ArrayList<Changed>();
        for (String key : keys) {
            if (!before.path(key).equals(after.path(key))) {
                changes.add(new Changed(key, before.get(key), after.get(key)));
            }
        }
        return changes;
    }

    /** The old words as a new version: versions are never used twice. */
    private void rollBack(Context ctx) {
        Form form = Form.of(ctx, Set.of("version"));
        String asked = form.text("version");
        if (asked == null) {
            form.refuse("version", "which version? its number is needed");
        }
        form.check("Rollback refused");
        int number = number(asked, "version");
        Watchlist old = version(ctx, number);
        check(old);
        Author author = Api.author(ctx);
        String why = author.why() == null ? "back to version " + number : author.why();
        Watchlist now =
                ETags.orOvertaken(
                        () ->
                                desk.save(
                                                old,
                                                new Author(author.by(), why, author.done()),
                                                ETags.expected(ctx))
                                        .watchlist());
        ETags.send(ctx, now);
    }

    /** What made sense once may name an actor that nobody knows any more. */
    private void check(Watchlist old) {
        try {
            Rule.compile(old, lexicon.now());
        } catch (BadWatchlist e) {
            throw Problem.unprocessable("Watchlist refused", WatchlistBody.faults(e)).refused();
        }
    }

    private Watchlist version(Context ctx, int number) {
        String id = ctx.pathParam("id");
        return desk.version(id, number)
                .orElseThrow(() -> Problem.notFound("there is no version " + number + " of " + id));
    }

    private static int number(String text, String name) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw Problem.badRequest(name + " is the number of a version, not " + text);
        }
        return Integer.parseInt(text);
    }
}
