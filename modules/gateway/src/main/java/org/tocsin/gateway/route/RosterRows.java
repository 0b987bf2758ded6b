package org.tocsin.gateway.route;

import static org.tocsin.gateway.route.Drawn.escaped;
import static org.tocsin.gateway.route.Drawn.fact;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.core.watch.ledger.Precision;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.board.Roster;
import org.tocsin.gateway.board.Roster.Line;
import org.tocsin.gateway.board.Roster.State;

/** The first watchlists as rows of HTML; {@code roster.js} draws the same rows. */
final class RosterRows {

    private static final int DAYS = 14;
    private static final int TALLEST = 22;

    private final Boards boards;
    private final Supplier<Instant> now;

    RosterRows(Boards boards, Supplier<Instant> now) {
        this.boards = boards;
        this.now = now;
    }

    /** Nothing where the address asks for one of them, or for some: the scripts know which. */
    String html(Context ctx) {
        if (!ctx.queryParamMap().isEmpty()) {
            return "";
        }
        Instant at = now.get();
        Roster roster = Roster.of(boards, at, DAYS);
        return roster.lines().stream()
                .sorted(
                        Comparator.<Line, String>comparing(
                                        line -> line.title().toLowerCase(Locale.ROOT))
                                .thenComparing(Line::id))
                .limit(Drawn.ROWS)
                .map(line -> row(line, roster, at))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Line line, Roster roster, Instant at) {
        String state = line.state().id();
        String owner =
                line.owner() == null
                        ? ""
                        : "<span dir=\"auto\">" + escaped(line.owner()) + "</span>";
        return """
        <li data-first="%1$s" data-id="%1$s" data-state="%2$s"><p class="state" data-watch="%2$s">%3$s<span>%4$s</span></p>\
        <div class="what"><h2><a href="/watchlists?id=%5$s" dir="auto">%6$s</a></h2><p class="rule"><code>%7$s</code></p>\
        <p class="facts"><span class="severity" data-severity="%8$s">%9$s<span>%8$s</span></span>%10$s</p></div>%11$s\
        <dl class="beat">%12$s</dl></li>\
        """
                .formatted(
                        escaped(line.id()),
                        state,
                        Drawn.shape(state),
                        state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1),
                        URLEncoder.encode(line.id(), StandardCharsets.UTF_8),
                        escaped(line.title()),
                        escaped(line.when()),
                        line.severity().id(),
                        Drawn.shape(line.severity().id()),
                        owner,
                        bars(line, roster),
                        beat(line, roster, at));
    }

    private static String beat(Line line, Roster roster, Instant at) {
        String rings = line.state() == State.WATCHING ? "would ring" : "rings";
        String often =
                line.aDay() == 0 && line.last() != null
                        ? "less than daily"
                        : Double.toString(line.aDay()).replaceFirst("\\.0$", "") + " a day";
        String last = line.last() == null ? "" : fact("last rang", Drawn.time(line.last(), at));
        String never =
                roster.since() == null ? "never" : "not since " + Drawn.stamp(roster.since());
        return fact(rings, often)
                + fact("useful", useful(line.precision()))
                + (line.last() == null ? fact("rang", never) : last);
    }

    private static String useful(Precision precision) {
        return precision.judged() == 0
                ? "not judged yet"
                : Math.round(precision.precision() * 100) + " % of " + precision.judged();
    }

    /** A bar a day; days before anything was counted have none, not even a flat one. */
    private static String bars(Line line, Roster roster) {
        int[] rang = line.rang();
        int most = IntStream.of(rang).max().orElse(0);
        LocalDate known =
                roster.since() == null
                        ? LocalDate.MIN
                        : LocalDate.ofInstant(roster.since(), ZoneOffset.UTC);
        var drawn = new StringBuilder();
        for (int n = 0; n < rang.length; n++) {
            if (!roster.days().get(n).isBefore(known)) {
                double height = rang[n] == 0 ? 1 : Math.max(2, (double) rang[n] / most * TALLEST);
                drawn.append(
                        "<rect x=\"%d\" y=\"%s\" width=\"5\" height=\"%s\" class=\"%s\"/>"
                                .formatted(
                                        n * 7,
                                        24 - height,
                                        height,
                                        rang[n] == 0 ? "bar-none" : "bar-full"));
            }
        }
        return "<p class=\"bars-box\"><svg viewBox=\"0 0 %d 24\" class=\"bars\" aria-hidden=\"true\">%s</svg>%s</p>"
                .formatted(
                        rang.length * 7,
                        drawn,
                        most == 0 ? "" : "<span class=\"aside\">up to " + most + " a day</span>");
    }
}
