package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.board.Roster;
import org.tocsin.gateway.board.Roster.Line;

/** The list of the watchlists with what each rings a day, how precisely, and what it does now. */
final class RosterRoutes implements Routes {

    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 30;

    private final Boards boards;
    private final Supplier<Instant> now;

    RosterRoutes(Boards boards, Supplier<Instant> now) {
        this.boards = boards;
        this.now = now;
    }

    /** {@code found} is how many fit, of which the first are listed. */
    record Page(List<LocalDate> days, Instant since, int found, List<Line> watchlists) {}

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
                        .sorted(order(ctx.queryParam("sort")))
                        .toList();
        List<Line> shown = found.stream().limit(Api.limit(ctx, 200)).toList();
        Api.json(ctx, new Page(roster.days(), roster.since(), found.size(), shown));
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

    private static Comparator<Line> order(String sort) {
        Comparator<Line> order =
                switch (sort == null ? "title" : sort) {
                    case "title" ->
                            Comparator.comparing(Line::title, String.CASE_INSENSITIVE_ORDER);
                    case "loudest" -> Comparator.comparing(Line::aDay).reversed();
                    case "latest" ->
                            Comparator.comparing(
                                    Line::last, Comparator.nullsLast(Comparator.reverseOrder()));
                    // Those of which it is surest that they mislead, as the ledger has it.
                    case "worst" -> Comparator.comparing(line -> line.precision().high());
                    default ->
                            throw Problem.badRequest(
                                    "sort is title, loudest, latest or worst, not " + sort);
                };
        return order.thenComparing(Line::id);
    }
}
