package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.board.AlertBoard;

/**
 * The alerts of one watchlist as a JSON Feed (version 1.1): an item is an alert, with the id that
 * its Atom entry has, and the whole alert under {@code _tocsin}.
 */
final class JsonFeedRoutes implements Routes {

    private static final int ITEMS = 100;

    private final AlertBoard alerts;

    JsonFeedRoutes(AlertBoard alerts) {
        this.alerts = alerts;
    }

    private record Feed(
            String version,
            String title,
            @JsonProperty("feed_url") String feedUrl,
            List<Item> items) {}

    private record Item(
            String id,
            String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,
            List<String> tags,
            @JsonProperty("_tocsin") Alert alert) {

        static Item of(Alert alert) {
            return new Item(
                    "urn:tocsin:alert:" + alert.id(),
                    alert.headline(),
                    AtomRoutes.summary(alert),
                    alert.time(),
                    List.of(alert.kind().name(), alert.severity().id()),
                    alert);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/jsonfeed/{watchlist}", this::feed, READ);
    }

    private void feed(Context ctx) {
        String watchlist = ctx.pathParam("watchlist");
        List<Item> items =
                alerts.alerts().values().stream()
                        .filter(alert -> alert.watchlist().equals(watchlist))
                        .sorted(Comparator.comparing(Alert::time).reversed())
                        .limit(ITEMS)
                        .map(Item::of)
                        .toList();
        var feed =
                new Feed(
                        "https://jsonfeed.org/version/1.1",
                        "Tocsin: " + watchlist,
                        ctx.url(),
                        items);
        ctx.contentType("application/feed+json")
                .result(Json.line(feed).getBytes(StandardCharsets.UTF_8));
    }
}
