package org.tocsin.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.tocsin.core.json.Json;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.yaml.WatchlistFault;
import org.tocsin.core.watch.yaml.WatchlistFile;
import org.tocsin.core.watch.yaml.WatchlistYaml;
import org.tocsin.gateway.route.Problem.Fault;

/**
 * Watchlists as clients send them. JSON is YAML, so one reader with one set of refusals serves
 * both; faults of JSON name the field as well.
 */
final class WatchlistBody {

    static final String JSON = "application/json";
    static final String YAML = "application/yaml";

    private WatchlistBody() {}

    /** With a lexicon of now: actors that were added a moment ago may be watched. */
    static List<Watchlist> read(Context ctx, Lexicon lexicon) {
        return parse(ctx, lexicon, Api.body(ctx, Set.of(JSON, YAML)));
    }

    /** The same, of one that JSON need not name, since the address does. */
    static List<Watchlist> read(Context ctx, Lexicon lexicon, String id) {
        String body = Api.body(ctx, Set.of(JSON, YAML));
        boolean isNameless = isJson(ctx) && Api.json(body) instanceof ObjectNode o && !o.has("id");
        return parse(ctx, lexicon, isNameless ? named(body, id) : body);
    }

    private static String named(String body, String id) {
        ObjectNode watchlist = (ObjectNode) Api.json(body);
        return Json.line(watchlist.put("id", id));
    }

    private static List<Watchlist> parse(Context ctx, Lexicon lexicon, String body) {
        JsonNode json = isJson(ctx) ? Api.json(body) : null;
        WatchlistFile file = new WatchlistYaml(lexicon).read("body", body);
        if (file.isRefused()) {
            List<Fault> faults =
                    file.faults().stream().map(f -> fault(f, json == null ? null : body)).toList();
            throw Problem.unprocessable("Watchlist refused", faults).refused();
        }
        return file.watchlists();
    }

    private static Fault fault(WatchlistFault f, String json) {
        String pointer = json == null ? null : JsonPlace.pointer(json, f.line(), f.column());
        return new Fault(f.line(), f.column(), pointer, f.id() + ": " + f.message());
    }

    private static boolean isJson(Context ctx) {
        return Api.mediaType(ctx).equals(JSON);
    }

    /** What is wrong with one that was saved: its text is not at hand, so only fields are named. */
    static List<Fault> faults(BadWatchlist bad) {
        return bad.faults().stream().map(f -> Fault.of("#/" + f.field(), f.message())).toList();
    }
}
