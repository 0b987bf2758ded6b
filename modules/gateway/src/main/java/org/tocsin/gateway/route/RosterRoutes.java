package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.board.Roster;
import org.tocsin.gateway.board.Roster.Line;

/** The list of the watchlists with what each rings a day, how precisely, and what it does now. */
final class RosterRoutes implements Routes {

    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 30;
    private static final int USUAL_ROWS = 200;

    private final Boards boards;
    private final Supplier<Instant> now;

    RosterRoutes(Boards boards, Supplier<Instant> now) {
        this.boards = boards;
        this.now = now;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/roster", this::list, READ);
    }

    private void list(Context ctx) {
        Roster roster = Roster.of(boards, now.get(), days(ctx));
        String words = Objects.requireNonNullElse(ctx.queryParam("q"), "");
        String state = ctx.queryParam("state");
        List<Line> found =
                roster.lines().stream()
                        .filter(line -> state == null || line.state().id().equals(state))
                        .filter(line -> says(line, words))
                        .toList();
        Listing.of("watchlists", found, key(ctx.queryParam("sort")))
                .usually(USUAL_ROWS)
                .with("days", roster.days())
                .with("since", roster.since())
                .with("found", found.size())
                .send(ctx);
    }

    private static int days(Context ctx) {
        String days = ctx.queryParam("days");
        if (days == null) {
            return USUAL_DAYS;
        }
        if (!days.matches("[1-9]\\d?") || Integer.parseInt(days) > MOST_DAYS) {
            throw Problem.badRequest("days is a number from 1 to " + MOST_DAYS + ", not " + days);
        }
        return Integer.parseInt(days);
    }

    /** All of the words, anywhere in what the line says of itself. */
    private static boolean says(Line line, String words) {
        String all =
                String.join(" ", line.id(), line.title(), line.when(), String.valueOf(line.owner()))
                        .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    /** What each order puts first; its id decides among equals. */
    private static Function<Line, String> key(String sort) {
        Function<Line, String> order =
                switch (sort == null ? "title" : sort) {
                    case "title" -> line -> line.title().toLowerCase(Locale.ROOT);
                    case "loudest" -> line -> Listing.largestFirst(Math.round(line.aDay() * 10));
                    case "latest" ->
                            line ->
                                    line.last() == null
                                            ? "~"
                                            : Listing.latestFirst(line.last(), "");
                    // Those of which it is surest that they mislead, as the ledger has it. The bits
                    // of numbers that are not negative are in the order of the numbers.
                    case "worst" ->
                            line ->
                                    "%016x"
                                            .formatted(
                                                    Double.doubleToLongBits(
                                                            line.precision().high()));
                    default ->
                            throw Problem.badRequest(
                                    "sort is title, loudest, latest or worst, not " + sort);
                };
        return line -> order.apply(line) + "\u0001" + line.id();
    }
}
