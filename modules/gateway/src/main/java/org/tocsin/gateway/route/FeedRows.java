package org.tocsin.gateway.route;

import static org.tocsin.gateway.route.Drawn.escaped;
import static org.tocsin.gateway.route.Drawn.fact;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.core.feed.FeedStatus.State;
import org.tocsin.gateway.board.AskedSource;
import org.tocsin.gateway.board.Boards;

/**
 * The first feeds as rows of HTML, what is missed before the rest; as {@code coverage.js} has them.
 */
final class FeedRows {

    private static final List<State> ORDER =
            List.of(State.DARK, State.BLOCKED, State.STALE, State.UNREAD, State.LIVE, State.OFF);

    private static final Map<State, String> WORDS =
            Map.of(
                    State.DARK, "Dark",
                    State.BLOCKED, "Blocked",
                    State.STALE, "Stale",
                    State.UNREAD, "Not read yet",
                    State.LIVE, "Live",
                    State.OFF, "Switched off");

    private final Boards boards;
    private final Supplier<Instant> now;

    FeedRows(Boards boards, Supplier<Instant> now) {
        this.boards = boards;
        this.now = now;
    }

    /** Nobody where the address asks for some of them: the scripts know which. */
    String html(Context ctx) {
        boolean isUsual = ctx.queryParamMap().isEmpty();
        List<AskedSource> gaps =
                boards.askedSources().stream()
                        .filter(gap -> isUsual && gap.untold())
                        .sorted(
                                Comparator.comparing(AskedSource::watchlist)
                                        .thenComparing(AskedSource::source))
                        .toList();
        Instant at = now.get();
        String rows =
                boards.feedStatuses().stream()
                        .sorted(
                                Comparator.<FeedStatus>comparingInt(
                                                feed -> ORDER.indexOf(feed.state()))
                                        .thenComparing(feed -> feed.feed().url()))
                        .limit(isUsual ? Drawn.ROWS : 0)
                        .map(feed -> row(feed, at))
                        .collect(Collectors.joining("\n"));
        return """
        <section class="panel gaps" id="gaps" aria-labelledby="gaps-title"%s>
          <h2 id="gaps-title">Nobody tells what these sources say</h2>
          <ul id="gap-list">%s</ul>
        </section>
        <ol class="coverage" id="coverage">%s</ol>\
        """
                .formatted(
                        gaps.isEmpty() ? " hidden" : "",
                        gaps.stream().map(FeedRows::gap).collect(Collectors.joining()),
                        rows);
    }

    private static String gap(AskedSource gap) {
        String why =
                gap.feeds().stream()
                        .map(
                                feed ->
                                        name(feed)
                                                + " is "
                                                + WORDS.get(feed.state()).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return "<li><code>source:%s</code>, asked for by %s: %s</li>"
                .formatted(
                        escaped(gap.source()),
                        link(gap.watchlist()),
                        why.isEmpty() ? "no feed tells it" : escaped(why));
    }

    private static String link(String watchlist) {
        return "<a href=\"/?watchlist=%s\">%s</a>"
                .formatted(
                        URLEncoder.encode(watchlist, StandardCharsets.UTF_8), escaped(watchlist));
    }

    private static String row(FeedStatus feed, Instant at) {
        String url = escaped(feed.feed().url());
        return """
        <li data-first="%1$s" data-state="%2$s"><p class="state" data-state="%2$s">%3$s<span>%4$s</span></p>\
        <div><h2 dir="auto">%5$s</h2><p class="address"><a href="%6$s" rel="noreferrer">%6$s</a></p>%7$s%8$s</div>\
        <dl class="beat">%9$s</dl><details><summary>Visits and settings</summary></details></li>\
        """
                .formatted(
                        escaped(feed.feed().id()),
                        feed.state(),
                        Drawn.shape(feed.state().name().toLowerCase(Locale.ROOT)),
                        WORDS.get(feed.state()),
                        escaped(name(feed)),
                        url,
                        why(feed),
                        missed(feed),
                        beat(feed, at));
    }

    private static String name(FeedStatus feed) {
        String title = feed.feed().title();
        String source = feed.feed().source();
        return title != null ? title : source != null ? source : feed.feed().url();
    }

    private static String why(FeedStatus feed) {
        String since =
                feed.since() == null || feed.state() == State.LIVE
                        ? ""
                        : "since " + Drawn.stamp(feed.since());
        boolean isSilent =
                feed.state() == State.STALE
                        && feed.lastNew() != null
                        && feed.gap() != null
                        && feed.failures() == 0;
        String reason =
                isSilent
                        ? "nothing new since %s, where it usually tells something every %s"
                                .formatted(Drawn.stamp(feed.lastNew()), Drawn.span(feed.gap()))
                        : escaped(feed.reason());
        String failing =
                feed.failures() > 1 ? Drawn.count(feed.failures(), "failure") + " in a row" : "";
        String words =
                List.of(
                                since,
                                List.of(reason, failing).stream()
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining(", ")))
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(": "));
        return words.isEmpty() ? "" : "<p class=\"why\">" + words + "</p>";
    }

    private static String missed(FeedStatus feed) {
        if (feed.watchlists().isEmpty()) {
            return "";
        }
        return "<p class=\"missed\">%s %s</p>"
                .formatted(
                        feed.state() == State.LIVE ? "Asked for by" : "Missed by",
                        feed.watchlists().stream()
                                .map(FeedRows::link)
                                .collect(Collectors.joining(", ")));
    }

    private static String beat(FeedStatus feed, Instant at) {
        var beat = new StringBuilder();
        if (feed.fetched() != null) {
            beat.append(fact("read", Drawn.time(feed.fetched(), at)));
        }
        if (feed.nextDue() != null) {
            Duration left = Duration.between(at, feed.nextDue());
            String next = left.toSeconds() > 0 ? "in " + Drawn.span(left) : "due";
            beat.append(
                    fact(
                            "next",
                            "<time datetime=\"%s\" data-ahead>%s</time>"
                                    .formatted(feed.nextDue(), next)));
        }
        Duration pause = feed.pause() != null ? feed.pause() : feed.feed().interval();
        if (pause != null) {
            beat.append(fact("asked every", Drawn.span(pause)));
        }
        if (feed.gap() != null) {
            beat.append(fact("tells every", Drawn.span(feed.gap())));
        }
        if (feed.lastNew() != null) {
            beat.append(fact("last new", Drawn.time(feed.lastNew(), at)));
        }
        if (feed.state() == State.LIVE && feed.since() != null) {
            beat.append(fact("live since", Drawn.stamp(feed.since())));
        }
        return beat.toString();
    }
}
