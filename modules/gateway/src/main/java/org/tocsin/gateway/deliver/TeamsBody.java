package org.tocsin.gateway.deliver;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;

/** A message for a workflow of Teams that posts to a channel: an Adaptive Card, version 1.4. */
record TeamsBody(String type, List<Attachment> attachments) {

    /** Teams refuses messages of more than 28 KB. */
    private static final int MOST = 20;

    private static final int LONGEST = 500;

    record Attachment(String contentType, Card content) {}

    record Card(
            @JsonProperty("$schema") String schema,
            String type,
            String version,
            String fallbackText,
            List<Map<String, Object>> body) {}

    static TeamsBody of(Subscriber subscriber, List<Delivery> deliveries, Wording wording) {
        List<Alert> alerts =
                deliveries.stream().map(Delivery::alert).filter(Objects::nonNull).toList();
        if (alerts.isEmpty()) {
            String test = Wording.test(subscriber);
            return card(test, List.of(text(test)));
        }
        var body = new ArrayList<Map<String, Object>>();
        for (Alert alert : alerts.subList(0, Math.min(MOST, alerts.size()))) {
            body.add(container(alert, wording));
        }
        if (alerts.size() > MOST) {
            body.add(text("and " + (alerts.size() - MOST) + " more"));
        }
        return card(wording.subject(subscriber, alerts), body);
    }

    private static TeamsBody card(String fallback, List<Map<String, Object>> body) {
        var card =
                new Card(
                        "http://adaptivecards.io/schemas/adaptive-card.json",
                        "AdaptiveCard",
                        "1.4",
                        fallback,
                        body);
        return new TeamsBody(
                "message",
                List.of(new Attachment("application/vnd.microsoft.card.adaptive", card)));
    }

    private static Map<String, Object> container(Alert alert, Wording wording) {
        var items = new ArrayList<Map<String, Object>>();
        items.add(with(text(alert.headline()), "weight", "Bolder"));
        items.add(with(text(wording.facts(alert)), "isSubtle", true));
        String words = wording.evidence(alert);
        if (!words.isEmpty()) {
            items.add(text("“" + words + "”"));
        }
        var container = new HashMap<String, Object>();
        container.put("type", "Container");
        container.put(
                "style", alert.severity().compareTo(Severity.HIGH) >= 0 ? "attention" : "default");
        container.put("separator", true);
        container.put("items", items);
        wording.link(alert)
                .ifPresent(
                        url ->
                                container.put(
                                        "selectAction",
                                        Map.of(
                                                "type",
                                                "Action.OpenUrl",
                                                "title",
                                                "Open",
                                                "url",
                                                url)));
        return container;
    }

    /** A TextBlock reads Markdown: what is news must not become links or lists. */
    private static Map<String, Object> text(String text) {
        String plain = Wording.cut(text, LONGEST).replaceAll("([\\\\`*_\\[\\]#~>])", "\\\\$1");
        return Map.of("type", "TextBlock", "text", plain, "wrap", true);
    }

    private static Map<String, Object> with(Map<String, Object> block, String key, Object value) {
        var more = new HashMap<>(block);
        more.put(key, value);
        return more;
    }
}
