package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.gateway.board.AlertBoard;
import org.tocsin.gateway.preview.LogSearch;
import org.tocsin.gateway.preview.Preview;

/** The alerts of the log, oldest first, for a spreadsheet (RFC 4180) or one JSON a line. */
final class ExportRoutes implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRoutes.class);

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

    private static final Sheet.Form CSV =
            new Sheet.Form(
                    "csv",
                    "text/csv; charset=utf-8; header=present",
                    String.join(",", COLUMNS) + "\r\n",
                    alert -> row(alert) + "\r\n");

    private static final Sheet.Form LINES =
            new Sheet.Form("ndjson", "application/x-ndjson", "", alert -> Json.line(alert) + "\n");

    private final AlertBoard alerts;
    private final LogSearch log;

    /**
     * @param log where to look for what is no longer held; null for nowhere
     */
    ExportRoutes(AlertBoard alerts, LogSearch log) {
        this.alerts = alerts;
        this.log = log;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/alerts/export.csv", ctx -> export(ctx, CSV), READ);
        routes.get(Api.ROOT + "/alerts/export.ndjson", ctx -> export(ctx, LINES), READ);
    }

    private void export(Context ctx, Sheet.Form form) {
        Preview.Span span = span(ctx);
        Predicate<Alert> wanted =
                AlertFilter.of(ctx)
                        .and(alert -> !alert.time().isBefore(span.from()))
                        .and(alert -> alert.time().isBefore(span.to()));
        var sheet = new Sheet(ctx, form);
        try {
            if (sheet.isAsked()) {
                forEach(span, wanted, sheet::add);
            }
            sheet.end();
        } catch (UncheckedIOException e) {
            // The client left, and nobody waits for the rest.
            sheet.abort(e);
        } catch (LogSearch.GivenUp e) {
            if (!sheet.abort(e)) {
                throw Spans.givenUp(e);
            }
        } catch (KafkaException e) {
            if (!sheet.abort(e)) {
                throw e;
            }
            LOG.warn("an export broke off", e);
        }
    }

    /** From memory where all there is is held, else from the log. */
    private void forEach(Preview.Span span, Predicate<Alert> wanted, Consumer<Alert> take) {
        if (log == null || alerts.alerts().isWhole()) {
            alerts.alerts().values().stream()
                    .filter(wanted)
                    .sorted(Comparator.comparing(Alert::time).thenComparing(Alert::id))
                    .forEach(take);
        } else {
            log.alerts(
                    span,
                    alert -> {
                        if (wanted.test(alert)) {
                            take.accept(alert);
                        }
                    });
        }
    }

    /** Since and until are what from and to were called. */
    private static Preview.Span span(Context ctx) {
        Instant from = Spans.time(ctx, "from", Spans.time(ctx, "since", Instant.EPOCH));
        Instant to = Spans.time(ctx, "to", Spans.time(ctx, "until", Spans.FAR));
        return new Preview.Span(from, to);
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
