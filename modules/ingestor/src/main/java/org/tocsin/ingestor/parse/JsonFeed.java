package org.tocsin.ingestor.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.core.json.Json;
import org.tocsin.ingestor.clean.PlainText;

/**
 * JSON Feed 1.0 and 1.1. Read item by item, so that a document cut short still gives the items that
 * are complete.
 */
final class JsonFeed {

    private static final Set<String> HEAD =
            Set.of("version", "title", "language", "home_page_url", "feed_url", "hubs");

    private static final Set<String> ITEM =
            Set.of(
                    "id",
                    "url",
                    "external_url",
                    "title",
                    "content_html",
                    "content_text",
                    "summary",
                    "date_published",
                    "date_modified",
                    "language",
                    "authors",
                    "author",
                    "tags");

    private final ObjectMapper mapper = Json.mapper();
    private final ObjectNode head = JsonNodeFactory.instance.objectNode();
    private final List<JsonNode> items = new ArrayList<>();
    private final int limit;
    private boolean hasItems;
    private String fault;

    private JsonFeed(int limit) {
        this.limit = limit;
    }

    static boolean looksLike(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return text.charAt(i) == '{';
            }
        }
        return false;
    }

    /** The feed, or null where the JSON is no feed. */
    static RawFeed read(String text, String documentBase, int limit) {
        var feed = new JsonFeed(limit);
        try (JsonParser json = feed.mapper.createParser(text)) {
            feed.read(json);
        } catch (IOException | RuntimeException e) {
            feed.fault = "the JSON ends early or is broken; only whole items were kept";
        }
        boolean versioned = feed.head.path("version").asText().contains("jsonfeed");
        return feed.hasItems || versioned ? feed.raw(documentBase) : null;
    }

    private void read(JsonParser json) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            boolean array = json.nextToken() == JsonToken.START_ARRAY;
            if (name.equals("items") && array) {
                hasItems = true;
                readItems(json);
            } else if (HEAD.contains(name)) {
                head.set(name, mapper.<JsonNode>readTree(json));
            } else {
                json.skipChildren();
            }
        }
    }

    private void readItems(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == limit) {
                fault = "only the first " + limit + " items were read";
                json.skipChildren();
            } else {
                items.add(item(json));
            }
        }
    }

    /** Only what an article is made of: an extension may be of any size. */
    private JsonNode item(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return JsonNodeFactory.instance.missingNode();
        }
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (ITEM.contains(name)) {
                item.set(name, mapper.<JsonNode>readTree(json));
            } else {
                json.skipChildren();
            }
        }
        return item;
    }

    private RawFeed raw(String documentBase) {
        String home = text(head, "home_page_url");
        String base = documentBase != null ? documentBase : home;
        var read = new ArrayList<Item>();
        for (JsonNode item : items) {
            if (item.isObject()) {
                read.add(item(item, base));
            }
        }
        String title = text(head, "title");
        return new RawFeed(
                title == null ? "" : PlainText.oneLine(title),
                text(head, "language"),
                home != null ? home : text(head, "feed_url"),
                hints(),
                read,
                fault == null ? List.of() : List.of(fault));
    }

    private FeedHints hints() {
        String hub = null;
        for (JsonNode said : head.path("hubs")) {
            String url = text(said, "url");
            boolean webSub = said.path("type").asText("WebSub").equalsIgnoreCase("WebSub");
            hub = hub == null && webSub && Links.isWeb(url) ? url : hub;
        }
        String self = text(head, "feed_url");
        return new FeedHints(null, Set.of(), Set.of(), hub, Links.isWeb(self) ? self : null);
    }

    private static Item item(JsonNode item, String base) {
        String url = text(item, "url");
        String link = url != null ? url : text(item, "external_url");
        String guid = text(item, "id");
        return new Item(
                title(item),
                body(item),
                guid,
                link != null ? Reference.resolve(base, link) : Links.isWeb(guid) ? guid : null,
                date(item, "date_published"),
                date(item, "date_modified"),
                text(item, "language"),
                authors(item),
                strings(item.path("tags")));
    }

    private static String title(JsonNode item) {
        String title = text(item, "title");
        return title == null ? null : PlainText.oneLine(PlainText.withoutEntities(title));
    }

    private static String body(JsonNode item) {
        String html = text(item, "content_html");
        String plain = html == null ? "" : PlainText.ofHtml(html);
        for (String field : new String[] {"content_text", "summary"}) {
            String text = text(item, field);
            plain = plain.isBlank() && text != null ? PlainText.ofText(text) : plain;
        }
        return plain;
    }

    private static Instant date(JsonNode item, String field) {
        return FeedDates.parse(text(item, field)).orElse(null);
    }

    private static List<String> authors(JsonNode item) {
        var names = new ArrayList<String>();
        item.path("authors").forEach(author -> names.add(author.path("name").asText("")));
        if (names.isEmpty()) {
            names.add(item.path("author").path("name").asText(""));
        }
        return names.stream().map(PlainText::oneLine).filter(name -> !name.isEmpty()).toList();
    }

    private static List<String> strings(JsonNode array) {
        var values = new ArrayList<String>();
        array.forEach(value -> values.add(PlainText.oneLine(value.asText(""))));
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        boolean said = value != null && value.isValueNode() && !value.isNull();
        return said && !value.asText().isBlank() ? value.asText().strip() : null;
    }
}
