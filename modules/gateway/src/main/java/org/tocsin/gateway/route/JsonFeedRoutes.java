package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.board.Boards;

/**
 * The alerts of one watchlist as a JSON Feed (version 1.1): an item is an alert, with the id that
 * its Atom entry has, and the whole alert under {@code _tocsin}.
 */
final class JsonFeedRoutes implements Routes {

    private final Boards boards;
    private final Optional<URI> site;

    JsonFeedRoutes(Boards boards, Optional<URI> site) {
        this.boards = boards;
        this.site = site;
    }

    private record Feed(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePageUrl,
            @JsonProperty("feed_url") String feedUrl,
            List<Item> items) {}

    private record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,
            List<String> tags,
            @JsonProperty("_tocsin") Alert alert) {

        static Item of(AlertFeed feed, Alert alert) {
            return new Item(
                    AlertFeed.idOf(alert),
                    feed.page(alert),
                    alert.headline(),
                    AlertFeed.summary(alert),
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
        AlertFeed feed = AlertFeed.of(ctx, boards, site);
        var json =
                new Feed(
                        "https://jsonfeed.org/version/1.1",
                        "Tocsin: " + feed.title(),
                        feed.page(),
                        feed.self("jsonfeed"),
                        feed.latest().stream().map(alert -> Item.of(feed, alert)).toList());
        Api.reading(ctx, "application/feed+json", Json.line(json));
    }
}
