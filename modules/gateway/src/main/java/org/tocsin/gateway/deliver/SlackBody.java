package org.tocsin.gateway.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Alert;

/**
 * A message for an incoming webhook of Slack: Block Kit, with a plain text for notifications. What
 * is news is escaped as Slack asks, so that no headline can call a channel together.
 */
record SlackBody(String text, List<Map<String, Object>> blocks) {

    /** Slack takes 50 blocks; an alert has two. */
    private static final int MOST = 20;

    private static final int LONGEST_SECTION = 2_900;

    static SlackBody of(Subscriber subscriber, List<Delivery> deliveries, Wording wording) {
        List<Alert> alerts =
                deliveries.stream().map(Delivery::alert).filter(Objects::nonNull).toList();
        if (alerts.isEmpty()) {
            String test = escaped(Wording.test(subscriber));
            return new SlackBody(test, List.of(section(test)));
        }
        var blocks = new ArrayList<Map<String, Object>>();
        for (Alert alert : alerts.subList(0, Math.min(MOST, alerts.size()))) {
            blocks.add(section(headline(alert, wording)));
            blocks.add(context(escaped(facts(alert, wording))));
        }
        if (alerts.size() > MOST) {
            blocks.add(context("and " + (alerts.size() - MOST) + " more"));
        }
        return new SlackBody(escaped(wording.subject(subscriber, alerts)), blocks);
    }

    private static String headline(Alert alert, Wording wording) {
        // A star in the headline would end the bold.
        String bold = "*" + escaped(alert.headline()).replace('*', '∗') + "*";
        return wording.link(alert).map(url -> bold + "\n<" + url + "|Open>").orElse(bold);
    }

    private static String facts(Alert alert, Wording wording) {
        String words = wording.evidence(alert);
        return wording.facts(alert) + (words.isEmpty() ? "" : " · “" + words + "”");
    }

    private static Map<String, Object> section(String markdown) {
        return Map.of("type", "section", "text", text(markdown));
    }

    private static Map<String, Object> context(String markdown) {
        return Map.of("type", "context", "elements", List.of(text(markdown)));
    }

    private static Map<String, Object> text(String markdown) {
        return Map.of("type", "mrkdwn", "text", Wording.cut(markdown, LONGEST_SECTION));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
