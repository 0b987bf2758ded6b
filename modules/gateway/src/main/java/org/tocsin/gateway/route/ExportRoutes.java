package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.gateway.board.AlertBoard;

/** The alerts that are held, oldest first, for a spreadsheet (RFC 4180) or one JSON a line. */
final class ExportRoutes implements Routes {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "thread",
                    "seq",
                    "watchlist",
                    "rule",
                    "kind",
                    "severity",
                    "time",
                    "story",
                    "origins",
                    "headline",
                    "evidence",
                    "articles");

    private final AlertBoard alerts;

    ExportRoutes(AlertBoard alerts) {
        this.alerts = alerts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/alerts/export.csv", this::csv, READ);
        routes.get(Api.ROOT + "/alerts/export.ndjson", this::lines, READ);
    }

    private void csv(Context ctx) {
        String rows =
                asked(ctx).stream()
                        .map(ExportRoutes::row)
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
        String head = String.join(",", COLUMNS) + "\r\n";
        send(
                ctx,
                "csv",
                "text/csv; charset=utf-8; header=present",
                rows.isBlank() ? head : head + rows);
    }

    private void lines(Context ctx) {
        String lines =
                asked(ctx).stream()
                        .map(alert -> Json.line(alert) + "\n")
                        .collect(Collectors.joining());
        send(ctx, "ndjson", "application/x-ndjson", lines);
    }

    private static void send(Context ctx, String extension, String type, String text) {
        ctx.header("Content-Disposition", "attachment; filename=\"alerts." + extension + "\"");
        ctx.contentType(type).result(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Alert> asked(Context ctx) {
        Instant since = time(ctx, "since", Instant.MIN);
        Instant until = time(ctx, "until", Instant.MAX);
        return alerts.alerts().values().stream()
                .filter(AlertRoutes.ofWatchlist(ctx))
                .filter(alert -> !alert.time().isBefore(since) && alert.time().isBefore(until))
                .sorted(Comparator.comparing(Alert::time).thenComparing(Alert::id))
                .toList();
    }

    private static Instant time(Context ctx, String name, Instant usual) {
        String said = ctx.queryParam(name);
        try {
            return said == null ? usual : Instant.parse(said);
        } catch (DateTimeException e) {
            throw Problem.badRequest(name + " is a time as 2026-03-02T12:00:00Z, not " + said);
        }
    }

    private static String row(Alert alert) {
        String words =
                alert.evidence().stream()
                        .map(Evidence::text)
                        .distinct()
                        .collect(Collectors.joining("; "));
        return List.of(
                        alert.id(),
                        alert.thread(),
                        Integer.toString(alert.seq()),
                        alert.watchlist(),
                        Integer.toString(alert.rule()),
                        alert.kind().name(),
                        alert.severity().id(),
                        alert.time().toString(),
                        alert.story(),
                        Integer.toString(alert.origins()),
                        alert.headline(),
                        words,
                        String.join(" ", alert.articles()))
                .stream()
                .map(ExportRoutes::cell)
                .collect(Collectors.joining(","));
    }

    /** A headline that begins like a formula must not become one in somebody's spreadsheet. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String plain = formula ? "'" + text : text;
        return plain.matches("[^\",\r\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }
}
