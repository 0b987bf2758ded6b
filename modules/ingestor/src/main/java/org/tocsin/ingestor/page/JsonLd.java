package org.tocsin.ingestor.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tocsin.core.json.Json;
import org.tocsin.ingestor.clean.PlainText;

/** The {@code articleBody} that a page gives to search engines (schema.org, as JSON-LD). */
final class JsonLd {

    private static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 6;
    private static final List<String> AROUND =
            List.of("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item");

    private JsonLd() {}

    /** The longest body that the page's data hold, as plain text; empty where they hold none. */
    static String articleBody(Document page) {
        String longest = "";
        for (Element script : page.select("script[type*=ld+json]")) {
            String data = script.data();
            String body = data.contains("articleBody") ? body(data) : "";
            longest = body.length() > longest.length() ? body : longest;
        }
        return PlainText.ofEither(longest);
    }

    private static String body(String data) {
        try {
            return data.length() > LONGEST ? "" : longest(Json.mapper().readTree(data), 0);
        } catch (JsonProcessingException e) {
            // What is broken for search engines is nothing to us.
            return "";
        }
    }

    private static String longest(JsonNode node, int depth) {
        String longest =
                node.path("articleBody").isTextual() ? node.get("articleBody").asText() : "";
        if (depth < DEEPEST && node.isArray()) {
            for (JsonNode element : node) {
                longest = longer(longest, longest(element, depth + 1));
            }
        }
        for (String name : AROUND) {
            JsonNode around = node.path(name);
            if (depth < DEEPEST && around.isContainerNode()) {
                longest = longer(longest, longest(around, depth + 1));
            }
        }
        return longest;
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }
}
