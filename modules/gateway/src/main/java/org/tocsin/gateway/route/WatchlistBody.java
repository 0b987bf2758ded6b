package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.yaml.WatchlistFile;
import org.tocsin.core.watch.yaml.WatchlistYaml;
import org.tocsin.gateway.route.Problem.Fault;

/**
 * Watchlists as clients send them. JSON is YAML, so one reader with one set of refusals serves
 * both.
 */
final class WatchlistBody {

    static final String JSON = "application/json";
    static final String YAML = "application/yaml";

    private WatchlistBody() {}

    /** With a lexicon of now: actors that were added a moment ago may be watched. */
    static List<Watchlist> read(Context ctx, Lexicon lexicon) {
        WatchlistFile file =
                new WatchlistYaml(lexicon).read("body", Api.body(ctx, Set.of(JSON, YAML)));
        if (file.isRefused()) {
            List<Fault> faults =
                    file.faults().stream()
                            .map(f -> new Fault(f.line(), f.column(), f.id() + ": " + f.message()))
                            .toList();
            throw Problem.unprocessable("Watchlist refused", faults).refused();
        }
        return file.watchlists();
    }

    /** What is wrong with one that was saved: its text is not at hand, so only fields are named. */
    static List<Fault> faults(BadWatchlist bad) {
        return bad.faults().stream()
                .map(f -> new Fault(0, 0, "#/" + f.field(), f.message()))
                .toList();
    }
}
