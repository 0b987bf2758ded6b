package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.WatchlistWarnings;
import org.tocsin.core.watch.query.BadQuery;
import org.tocsin.core.watch.query.QueryNode;
import org.tocsin.core.watch.query.QueryTree;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.complete.Completer;

/**
 * A watchlist that is being written: its text as a tree and its tree as text, what is wrong with it
 * and where, and what may stand at the caret. A draft with faults is an answer here, not a problem.
 */
final class DraftRoutes implements Routes {

    private static final Set<String> JSON = Set.of("application/json");

    private final Boards boards;
    private final Completer completer;

    DraftRoutes(Boards boards) {
        this.boards = boards;
        this.completer = new Completer(boards);
    }

    /** What is wrong with a field; {@code offset} counts UTF-16 units within its text. */
    record Fault(String field, int offset, String message) {}

    /**
     * The draft as it was understood.
     *
     * @param when the rule's text, printed from the tree where that was sent
     * @param canonical the same as it would be printed; null where it cannot be read
     * @param tree null where it cannot be read
     * @param warnings what makes sense and may yet not be meant
     * @param watchlist as it would be saved; null where it has faults
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Draft(
            String when,
            String canonical,
            QueryNode tree,
            List<Fault> faults,
            List<Fault> warnings,
            Watchlist watchlist) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(Api.ROOT + "/watchlists/check", this::check, READ);
        routes.post(Api.ROOT + "/completions", this::complete, READ);
    }

    private void check(Context ctx) {
        ObjectNode json = object(ctx);
        JsonNode sent = json.remove("tree");
        if (sent != null && !sent.isNull()) {
            json.put("when", read(sent, QueryNode.class).print());
        }
        String when = json.path("when").asText("");
        var faults = new ArrayList<Fault>();
        QueryNode tree = tree(when);
        Watchlist watchlist = watchlist(json, faults);
        Api.json(
                ctx,
                new Draft(
                        when,
                        tree == null ? null : tree.print(),
                        tree,
                        faults,
                        faults.isEmpty() ? warnings(watchlist) : List.of(),
                        faults.isEmpty() ? watchlist : null));
    }

    private QueryNode tree(String when) {
        try {
            return QueryTree.of(when, boards.lexicon().now());
        } catch (BadQuery e) {
            return null;
        }
    }

    /** The watchlist as it is sent, and what is wrong with it; null where it is none at all. */
    private Watchlist watchlist(ObjectNode json, List<Fault> faults) {
        for (String needed : List.of("id", "when")) {
            // So that the rest is looked at as well; an empty one is refused by what it lacks.
            json.put(needed, json.path(needed).asText(""));
        }
        if (!json.has("origins")) {
            json.put("origins", 1);
        }
        try {
            Watchlist watchlist = Json.mapper().treeToValue(json, Watchlist.class);
            Rule.compile(watchlist, boards.lexicon().now());
            return watchlist;
        } catch (BadWatchlist e) {
            e.faults().forEach(f -> faults.add(new Fault(f.field(), f.offset(), f.message())));
        } catch (JsonMappingException e) {
            String field = e.getPath().isEmpty() ? "" : e.getPath().get(0).getFieldName();
            faults.add(new Fault(field, 0, "this is no value for " + field));
        } catch (JsonProcessingException e) {
            faults.add(new Fault("", 0, e.getOriginalMessage()));
        }
        return null;
    }

    private List<Fault> warnings(Watchlist watchlist) {
        return WatchlistWarnings.of(watchlist, boards.lexicon().now()).stream()
                .map(w -> new Fault(w.field(), w.offset(), w.message()))
                .toList();
    }

    private void complete(Context ctx) {
        Form form = Form.of(ctx, Set.of("when", "at"));
        String when = form.raw("when");
        String at = form.text("at");
        if (at != null && !at.matches("\\d{1,6}")) {
            form.refuse("at", "at is an offset in UTF-16 units, not " + at);
        }
        form.check("Completion refused");
        Api.json(ctx, completer.at(when, at == null ? when.length() : Integer.parseInt(at)));
    }

    private static ObjectNode object(Context ctx) {
        JsonNode json = parsed(Api.body(ctx, JSON));
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw Problem.badRequest("the body must be a JSON object");
    }

    private static JsonNode parsed(String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("not JSON: " + e.getOriginalMessage());
        }
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        try {
            return Json.mapper().treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("no tree of a rule: " + e.getOriginalMessage());
        }
    }
}
