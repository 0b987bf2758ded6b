package org.tocsin.gateway.route;

import static org.tocsin.gateway.route.Drawn.escaped;
import static org.tocsin.gateway.route.Drawn.fact;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Severity;
import org.tocsin.gateway.deliver.DeliveryBoard;

/**
 * The first subscribers as rows of HTML, as {@code subscriber.js} has them. Their buttons take
 * their room and are there for nobody yet: each row is one of the scripts' as soon as those come.
 */
final class SubscriberRows {

    private static final Map<Subscriber.Kind, String> KINDS =
            Map.of(
                    Subscriber.Kind.WEBHOOK, "Webhook",
                    Subscriber.Kind.SLACK, "Slack",
                    Subscriber.Kind.TEAMS, "Teams",
                    Subscriber.Kind.EMAIL, "Mail");

    private final DeliveryBoard board;
    private final Supplier<Instant> now;

    SubscriberRows(DeliveryBoard board, Supplier<Instant> now) {
        this.board = board;
        this.now = now;
    }

    String html(Context ctx) {
        Instant at = now.get();
        return board.subscribers().values().stream()
                .sorted(Comparator.comparing(Subscriber::id))
                .limit(Drawn.ROWS)
                .map(subscriber -> row(subscriber, at))
                .collect(Collectors.joining("\n"));
    }

    private String row(Subscriber who, Instant at) {
        DeliveryBoard.Health health = board.health(who.id());
        String trouble =
                Objects.requireNonNullElse(
                        who.reason() != null || health.latest() == null
                                ? who.reason()
                                : health.latest().reason(),
                        "");
        String failed = "<div><dt>failed</dt><dd%s>%d</dd></div>";
        return """
        <li data-first="%1$s"><div class="told"><div><h2 dir="auto">%2$s</h2><p class="aside">%3$s</p></div>\
        <p class="state" data-state="%4$s">%5$s</p><dl>%6$s</dl>\
        <div class="acts" data-needs="deliveries:write" inert>%7$s</div></div>\
        <p class="fault">%8$s</p><details><summary>What was told</summary></details></li>\
        """
                .formatted(
                        escaped(who.id()),
                        escaped(who.title()),
                        what(who),
                        who.state().id(),
                        state(who.state()),
                        fact("waiting", String.valueOf(health.waiting()))
                                + failed.formatted(
                                        health.failed() > 0 ? " data-bad" : "", health.failed())
                                + fact("told in a day", String.valueOf(health.taken()))
                                + fact("last tried", last(health, at)),
                        acts(who, health),
                        escaped(trouble));
    }

    private static String what(Subscriber who) {
        String digest = digest(who.digest());
        return Stream.of(
                        KINDS.get(who.kind()),
                        escaped(who.to()),
                        who.watchlists().isEmpty()
                                ? "all watchlists"
                                : Drawn.count(who.watchlists().size(), "watchlist"),
                        who.severity() == Severity.LOW ? "" : who.severity().id() + " and above",
                        digest)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String digest(String digest) {
        if (digest == null) {
            return "";
        }
        return switch (digest) {
            case "PT1H" -> "once an hour";
            case "P1D" -> "once a day";
            default -> (digest.contains(" ") ? "daily at " : "every ") + escaped(digest);
        };
    }

    private static String state(Subscriber.State state) {
        return switch (state) {
            case ACTIVE -> Drawn.shape("live") + "<span>Active</span>";
            case PAUSED -> Drawn.shape("off") + "<span>Paused</span>";
            case DISABLED -> Drawn.shape("dark") + "<span>Disabled</span>";
        };
    }

    private static String last(DeliveryBoard.Health health, Instant at) {
        return health.last() == null ? "never" : Drawn.time(health.last(), at);
    }

    private static String acts(Subscriber who, DeliveryBoard.Health health) {
        return Stream.of(
                        "Send a test",
                        who.state() == Subscriber.State.ACTIVE ? "Pause" : "Resume",
                        health.failed() > 0 ? "Send what failed" : "",
                        who.kind() == Subscriber.Kind.WEBHOOK ? "New secret" : "",
                        "Remove")
                .filter(word -> !word.isEmpty())
                .map(word -> "<button type=\"button\" class=\"act\">" + word + "</button>")
                .collect(Collectors.joining());
    }
}
