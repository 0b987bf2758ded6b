package org.tocsin.gateway.route;

import static org.tocsin.gateway.route.Drawn.escaped;
import static org.tocsin.gateway.route.Drawn.fact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tocsin.gateway.pipeline.Pipeline.Behind;
import org.tocsin.gateway.pipeline.Pipeline.Partition;
import org.tocsin.gateway.pipeline.Pipeline.Stage;
import org.tocsin.gateway.pipeline.Pipeline.State;
import org.tocsin.gateway.route.PipelineRoutes.Feeds;

/** A stage as a row: its state, how far it is behind, and its partitions on demand. */
final class StageDrawing {

    /** Seconds behind from which it is marked. */
    private static final int SLOW = 60;

    private static final Map<State, String> WORDS =
            Map.of(
                    State.RUNNING, "Running",
                    State.REBALANCING, "Rebalancing",
                    State.STOPPED, "Nobody runs it");
    private static final Map<State, String> SHAPES =
            Map.of(State.RUNNING, "live", State.REBALANCING, "stale", State.STOPPED, "dark");
    private static final Map<String, String> DOES =
            Map.of(
                    "ingest", "reads the feeds",
                    "dedupe", "finds repeats, copies and stories",
                    "tag", "finds actors and events",
                    "watch", "asks the watchlists",
                    "deliver", "sends alerts to subscribers");
    private static final List<String> STATES =
            List.of("live", "stale", "dark", "blocked", "unread", "off");

    private StageDrawing() {}

    static String row(Stage stage, Feeds feeds) {
        return """
        <li data-key="%1$s"><div class="stage"><div><h2>%1$s</h2><p class="aside">%2$s</p></div>\
        <p class="state" data-state="%3$s">%4$s<span>%5$s</span></p>%6$s</div>\
        <details><summary>%7$s</summary><div class="wide" tabindex="0" role="group" aria-label="Partitions of %1$s">\
        <table class="sheet"><thead><tr><th scope="col">Topic</th><th scope="col" class="number">Partition</th>\
        <th scope="col" class="number">Lag</th><th scope="col" class="number">Behind</th><th scope="col">Held by</th></tr></thead>\
        <tbody>%8$s</tbody></table></div></details></li>\
        """
                .formatted(
                        escaped(stage.stage()),
                        DOES.getOrDefault(stage.stage(), ""),
                        stage.state(),
                        Drawn.shape(SHAPES.get(stage.state())),
                        WORDS.get(stage.state()),
                        // Whoever reads feeds commits nothing: how it does is told by them.
                        stage.stage().equals("ingest") ? told(feeds) : numbers(stage),
                        summary(stage),
                        stage.partitions().stream()
                                .map(StageDrawing::partition)
                                .collect(Collectors.joining()));
    }

    private static String told(Feeds feeds) {
        String words =
                STATES.stream()
                        .filter(state -> feeds.states().getOrDefault(state, 0L) > 0)
                        .map(state -> feeds.states().get(state) + " " + state)
                        .collect(Collectors.joining(", "));
        return "<p class=\"feeds-told\"><a href=\"/feeds\">%s</a></p>"
                .formatted(
                        words.isEmpty()
                                ? "No feeds yet"
                                : "Feeds: " + words + "; " + feeds.overdue() + " overdue");
    }

    private static String numbers(Stage stage) {
        Behind behind = stage.behind();
        boolean isSlow = behind != null && behind.time().toSeconds() >= SLOW;
        return "<dl><div><dt>behind</dt><dd"
                + (isSlow ? " data-slow>" : ">")
                + words(behind)
                + "</dd></div>"
                + fact("records waiting", Objects.toString(stage.lag(), "–"))
                + fact("in, a second", rate(stage.arriving()))
                + fact("done, a second", rate(stage.done()))
                + "</dl><div class=\"trace\" data-own data-lag=\""
                + Objects.toString(stage.lag(), "")
                + "\"></div>";
    }

    private static String summary(Stage stage) {
        String threads =
                stage.instances().stream()
                        .map(
                                each ->
                                        each.id()
                                                + " on "
                                                + each.host()
                                                + " ("
                                                + each.partitions()
                                                + ")")
                        .collect(Collectors.joining(", "));
        return Drawn.count(stage.partitions().size(), "partition")
                + ", run by "
                + (threads.isEmpty() ? "nobody" : escaped(threads));
    }

    private static String partition(Partition one) {
        return "<tr><td>%s</td><td class=\"number\">%d</td><td class=\"number\">%s</td><td class=\"number\">%s</td><td>%s</td></tr>"
                .formatted(
                        escaped(one.topic()),
                        one.partition(),
                        Objects.toString(one.lag(), "–"),
                        words(one.behind()),
                        one.instance() == null ? "nobody" : escaped(one.instance()));
    }

    private static String words(Behind behind) {
        if (behind == null) {
            return "–";
        }
        String words = behind.time().toMillis() < 1_000 ? "not" : Drawn.span(behind.time());
        return behind.orMore() ? words + " or more" : words;
    }

    private static String rate(Double value) {
        if (value == null) {
            return "–";
        }
        return value >= 10
                ? String.valueOf(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
