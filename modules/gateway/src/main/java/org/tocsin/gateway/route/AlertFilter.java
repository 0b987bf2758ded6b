package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.function.Predicate;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;

/** Which alerts a request asks for: the same parameters for the list, the stream and the export. */
final class AlertFilter {

    private AlertFilter() {}

    /**
     * Of {@code watchlist}, {@code story} and {@code kind}, and of that {@code severity} or a
     * graver one; all without them. The description says which values there are, and others are
     * refused before this.
     */
    static Predicate<Alert> of(Context ctx) {
        String watchlist = ctx.queryParam("watchlist");
        String story = ctx.queryParam("story");
        String kind = ctx.queryParam("kind");
        Severity least = severity(ctx.queryParam("severity"));
        return alert ->
                (watchlist == null || watchlist.equals(alert.watchlist()))
                        && (story == null || story.equals(alert.story()))
                        && (kind == null || kind.equals(alert.kind().name()))
                        && alert.severity().compareTo(least) >= 0;
    }

    private static Severity severity(String id) {
        return Arrays.stream(Severity.values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(Severity.LOW);
    }
}
