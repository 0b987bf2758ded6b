package org.tocsin.core.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a topic is told: phrases that tell it, words that must or must not stand near them, and
 * examples that the build runs.
 *
 * <p>{@code near} (one of them within eight words), {@code after}, {@code before} (within six) are
 * needs; {@code unless}, {@code unlessAfter} and {@code unlessBefore} (within two) forbid; {@code
 * open} rules need no word of public life or actor in the sentence. {@code #actor}, {@code
 * #person}, {@code #place} and {@code #city} stand for a name of such an actor.
 */
record EventRule(
        EventTopic topic,
        List<Phrase> triggers,
        Map<String, Set<String>> context,
        boolean open,
        boolean weak,
        List<String> yes,
        List<String> no) {

    private static final List<String> CONTEXT =
            List.of("near", "after", "before", "unless", "unlessAfter", "unlessBefore");
    private static final Set<String> FIELDS =
            Set.of(
                    "topic",
                    "tells",
                    "near",
                    "after",
                    "before",
                    "unless",
                    "unlessAfter",
                    "unlessBefore",
                    "open",
                    "weak",
                    "yes",
                    "no");

    static List<EventRule> read(Phrases phrases, InputStream yaml) {
        try {
            var rules = new ArrayList<EventRule>();
            for (JsonNode node : new YAMLMapper().readTree(yaml)) {
                rules.add(one(phrases, node));
            }
            return List.copyOf(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventRule one(Phrases phrases, JsonNode node) {
        String id = node.path("topic").asText();
        node.fieldNames()
                .forEachRemaining(
                        field -> {
                            if (!FIELDS.contains(field)) {
                                throw new IllegalStateException(
                                        id + ": no field is called " + field);
                            }
                        });
        var context = new HashMap<String, Set<String>>();
        for (String field : CONTEXT) {
            if (node.has(field)) {
                Set<String> words = Set.copyOf(phrases.choice(node.get(field).asText()).keySet());
                context.put(field, words);
            }
        }
        return new EventRule(
                EventTopic.byId(id).orElseThrow(() -> new IllegalStateException("no topic " + id)),
                phrases.all(node.path("tells").asText()),
                Map.copyOf(context),
                node.path("open").asBoolean(),
                node.path("weak").asBoolean(),
                texts(node.path("yes")),
                texts(node.path("no")));
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
