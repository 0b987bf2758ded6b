package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.board.Boards;

/**
 * What a feed of one watchlist has, in whichever format.
 *
 * @param site where its pages are, without a slash at the end
 * @param latest the last alerts, newest first
 */
record AlertFeed(String watchlist, String title, String site, List<Alert> latest) {

    private static final int MOST = 100;

    /**
     * @param site the address of the dashboard for browsers; where none is set, it is the one that
     *     was asked
     * @throws Problem.Refused where nothing is known by that name, not even an alert of old
     */
    static AlertFeed of(Context ctx, Boards boards, Optional<URI> site) {
        String id = ctx.pathParam("watchlist");
        List<Alert> latest =
                boards.alerts().alerts().values().stream()
                        .filter(alert -> alert.watchlist().equals(id))
                        .sorted(Comparator.comparing(Alert::time).reversed())
                        .limit(MOST)
                        .toList();
        Optional<String> title = boards.watchlists().get(id).map(Watchlist::title);
        if (title.isEmpty() && latest.isEmpty()) {
            throw Problem.notFound("there is no watchlist " + id);
        }
        String home = site.map(URI::toString).orElseGet(() -> ctx.scheme() + "://" + ctx.host());
        return new AlertFeed(id, title.orElse(id), home.replaceFirst("/+$", ""), latest);
    }

    String self(String format) {
        return site + "/" + format + "/" + encoded(watchlist);
    }

    /** The board with the alerts of this watchlist. */
    String page() {
        return site + "/?watchlist=" + encoded(watchlist);
    }

    /** The thread of an alert. */
    String page(Alert alert) {
        return site + "/?thread=" + encoded(alert.thread());
    }

    Instant updated() {
        return latest.isEmpty() ? Instant.EPOCH : latest.get(0).time();
    }

    static String idOf(Alert alert) {
        return "urn:tocsin:alert:" + alert.id();
    }

    static String summary(Alert alert) {
        var words = alert.evidence().stream().map(evidence -> evidence.text()).distinct().toList();
        return "%s, %s severity, %d independent %s. Evidence: %s."
                .formatted(
                        alert.kind(),
                        alert.severity().id(),
                        alert.origins(),
                        alert.origins() == 1 ? "origin" : "origins",
                        String.join("; ", words));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
