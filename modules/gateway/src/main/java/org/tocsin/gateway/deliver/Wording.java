package org.tocsin.gateway.deliver;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;

/** An alert in words for people, with a link to its thread where the dashboard's URL is known. */
final class Wording {

    private static final int MOST_WORDS = 8;

    private final Optional<String> dashboard;

    Wording(Optional<URI> dashboard) {
        this.dashboard = dashboard.map(url -> url.toString().replaceFirst("/+$", ""));
    }

    /** As {@code High · Update · harbour · 2 independent origins}. */
    String facts(Alert alert) {
        return String.join(
                " · ",
                List.of(
                        title(alert.severity().id()),
                        title(alert.kind().name()),
                        alert.watchlist(),
                        alert.origins()
                                + (alert.origins() == 1
                                        ? " independent origin"
                                        : " independent origins")));
    }

    /** The words that answer the question, each once. */
    String evidence(Alert alert) {
        return alert.evidence().stream()
                .map(Evidence::text)
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.joining("; "));
    }

    Optional<String> link(Alert alert) {
        return dashboard.map(
                url ->
                        url
                                + "/?thread="
                                + URLEncoder.encode(alert.thread(), StandardCharsets.UTF_8));
    }

    /** One line for a list of messages. */
    String subject(Subscriber subscriber, List<Alert> alerts) {
        return alerts.size() == 1
                ? "[%s] %s".formatted(alerts.get(0).severity().id(), alerts.get(0).headline())
                : "%d alerts for %s".formatted(alerts.size(), subscriber.title());
    }

    static String test(Subscriber subscriber) {
        return "A test from Tocsin: alerts for %s will come here.".formatted(subscriber.title());
    }

    /** At most that many characters; never half of a pair. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    private static String title(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
