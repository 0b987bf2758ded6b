package org.tocsin.gateway.route;

import static org.tocsin.gateway.route.Drawn.escaped;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.gateway.deadletter.Pile;

/** Dead letters by their reason; which they are, the scripts ask for when somebody opens one. */
final class LetterDrawing {

    private static final String NONE =
            "<p class=\"aside\">None. What a stage cannot process is laid aside here with its reason,"
                    + " and the stage goes on.</p>";

    private LetterDrawing() {}

    static Map<String, String> parts(Pile pile) {
        List<Pile.Count> counts = pile.counts();
        long all = counts.stream().mapToLong(Pile.Count::count).sum();
        String count =
                "%d waiting of %d%s"
                        .formatted(pile.waiting(), all, pile.isPartial() ? " or more" : "");
        return Map.of(
                "letters-count",
                all == 0 ? "" : count,
                "letters",
                all == 0
                        ? NONE
                        : counts.stream()
                                .map(LetterDrawing::reason)
                                .collect(Collectors.joining("\n")));
    }

    private static String reason(Pile.Count count) {
        var why = count.why();
        long waiting = count.count() - count.replayed();
        String exception = Objects.toString(why.exception(), "");
        String about =
                Stream.of(
                                why.stage() == null ? "" : "by " + why.stage(),
                                why.topic() == null ? "" : "from " + why.topic(),
                                exception.substring(exception.lastIndexOf('.') + 1),
                                count.replayed() == 0 ? "" : count.replayed() + " put back",
                                "the last of ")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
        String named =
                attribute("reason", why.reason())
                        + attribute("stage", why.stage())
                        + attribute("topic", why.topic());
        String back =
                "<button type=\"button\" class=\"act\" data-needs=\"dead-letters:write\">Put %d back</button>"
                        .formatted(waiting);
        return """
        <div class="reason" data-key="%1$s"%2$s%3$s><div class="line"><h3>%4$s %5$s</h3><p class="aside">%6$s%7$s</p>%8$s</div>\
        <details><summary>Show them</summary><div data-own><p class="aside">Looking …</p></div></details></div>\
        """
                .formatted(
                        escaped(
                                why.reason()
                                        + " "
                                        + why.stage()
                                        + " "
                                        + why.topic()
                                        + " "
                                        + exception),
                        named,
                        waiting == 0 ? " data-done" : "",
                        Drawn.count(count.count(), "record"),
                        why.reason() == null ? "given up" : escaped(why.reason()),
                        escaped(about),
                        Drawn.stamp(count.last()),
                        waiting > 0 && why.topic() != null ? back : "");
    }

    private static String attribute(String name, String value) {
        return value == null ? "" : " data-" + name + "=\"" + escaped(value) + "\"";
    }
}
