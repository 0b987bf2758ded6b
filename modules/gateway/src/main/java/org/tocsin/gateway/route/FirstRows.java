package org.tocsin.gateway.route;

import static org.tocsin.gateway.route.Drawn.escaped;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.board.Boards;

/**
 * The first open threads as rows of HTML, so that the board is there before its scripts are, and
 * without them. {@code row.js} draws the same rows: what one of them says, the other must.
 */
final class FirstRows {

    private static final Map<Alert.Kind, String> KINDS =
            Map.of(
                    Alert.Kind.NEW, "new",
                    Alert.Kind.UPDATE, "update",
                    Alert.Kind.ESCALATED, "↑ escalated",
                    Alert.Kind.CORRECTED, "✕ corrected",
                    Alert.Kind.EXPIRED, "quiet");

    /** Distinct words of the evidence: the row's last and least fact. */
    private static final int WORDS = 6;

    private final Boards boards;
    private final Supplier<Instant> now;

    FirstRows(Boards boards, Supplier<Instant> now) {
        this.boards = boards;
        this.now = now;
    }

    /** Nothing where the address asks for more than a watchlist: the scripts know how to choose. */
    String html(Context ctx) {
        boolean isUsual =
                ctx.queryParamMap().keySet().stream()
                        .noneMatch(name -> name.matches("show|severity|text"));
        if (!isUsual) {
            return "";
        }
        Instant at = now.get();
        String watchlist = ctx.queryParam("watchlist");
        return boards.alerts().rows().stream()
                .filter(alert -> watchlist == null || watchlist.equals(alert.watchlist()))
                .filter(alert -> isOpen(alert, at))
                .limit(Drawn.ROWS)
                .map(alert -> row(alert, at))
                .collect(Collectors.joining("\n"));
    }

    private boolean isOpen(Alert alert, Instant at) {
        boolean isSaid =
                boards.verdicts()
                        .get(alert.thread())
                        .filter(word -> word.word() != Word.MUTED)
                        .filter(word -> word.alert() == null || word.alert().equals(alert.id()))
                        .isPresent();
        return !isSaid
                && !isMuted(About.THREAD, alert.thread(), at)
                && !isMuted(About.STORY, alert.story(), at)
                && !isMuted(About.WATCHLIST, alert.watchlist(), at);
    }

    private boolean isMuted(About about, String object, Instant at) {
        return boards.verdicts()
                .get(AlertVerdict.keyOf(about, object))
                .filter(mute -> mute.isMuteAt(at))
                .isPresent();
    }

    private String row(Alert alert, Instant at) {
        return """
        <li data-thread="%1$s" data-severity="%2$s" data-kind="%3$s"><a class="row" href="/?thread=%11$s">\
        <span class="severity" data-severity="%2$s"><svg aria-hidden="true"><use href="#%2$s"/></svg><span>%2$s</span></span>\
        <span class="headline" dir="auto">%4$s</span><time datetime="%5$s">%6$s</time>\
        <span class="facts"><span class="kind">%7$s</span><span class="watchlist" dir="auto">%8$s</span>\
        <span>%9$s</span><span>%10$s</span><span class="words" dir="auto">%12$s</span></span></a></li>\
        """
                .formatted(
                        escaped(alert.thread()),
                        alert.severity().id(),
                        alert.kind(),
                        escaped(alert.headline()),
                        alert.time(),
                        Drawn.ago(alert.time(), at),
                        KINDS.get(alert.kind()),
                        escaped(title(alert.watchlist())),
                        Drawn.count(alert.origins(), "origin"),
                        Drawn.count(alert.articles().size(), "article"),
                        URLEncoder.encode(alert.thread(), StandardCharsets.UTF_8),
                        escaped(words(alert)));
    }

    private static String words(Alert alert) {
        return alert.evidence().stream()
                .map(Evidence::text)
                .distinct()
                .limit(WORDS)
                .collect(Collectors.joining(" · "));
    }

    private String title(String watchlist) {
        return boards.watchlists().get(watchlist).map(Watchlist::title).orElse(watchlist);
    }
}
