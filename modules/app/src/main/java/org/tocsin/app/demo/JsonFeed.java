package org.tocsin.app.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.tocsin.core.json.Json;

/** A front page as JSON Feed 1.1. */
final class JsonFeed {

    private JsonFeed() {}

    static String of(Outlet outlet, List<Print> page, Function<Print, String> body) {
        ObjectNode feed =
                Json.mapper()
                        .createObjectNode()
                        .put("version", "https://jsonfeed.org/version/1.1")
                        .put("title", outlet.name())
                        .put("home_page_url", outlet.home())
                        .put("language", outlet.language());
        ArrayNode items = feed.putArray("items");
        page.forEach(print -> item(items.addObject(), print, body.apply(print)));
        return feed.toPrettyString();
    }

    private static void item(ObjectNode item, Print print, String html) {
        item.put("id", print.item())
                .put("url", print.url())
                .put("title", print.title())
                .put("content_html", html);
        putIfKnown(item, "date_published", FeedWriter.iso(print.published()));
        putIfKnown(item, "date_modified", FeedWriter.iso(print.updated()));
        if (print.author() != null) {
            item.putArray("authors").addObject().put("name", print.author());
        }
        if (print.category() != null) {
            item.putArray("tags").add(print.category());
        }
    }

    private static void putIfKnown(ObjectNode item, String field, String value) {
        if (value != null) {
            item.put(field, value);
        }
    }
}
