package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.core.watch.thread.Explanation;
import org.tocsin.core.watch.thread.Rules;
import org.tocsin.core.watch.thread.Watcher;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.preview.LogSearch;
import org.tocsin.gateway.preview.Preview;

/**
 * Why an article rang a watchlist, or why not: the watchlist of now over the tellings that are held
 * or, with {@code span}, that the log has: those of the article's story or, for a rule across
 * stories, all of them.
 */
final class ExplainRoutes implements Routes {

    private final Boards boards;

    /** Null where there is none. */
    private final LogSearch log;

    ExplainRoutes(Boards boards, LogSearch log) {
        this.boards = boards;
        this.log = log;
    }

    /** {@code tellings} says over how many it was decided. */
    record Explained(int tellings, List<Explanation> explanations) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/watchlists/{id}/explain", this::explain, READ);
    }

    private void explain(Context ctx) {
        Rule rule = rule(ctx.pathParam("id"));
        String article = ctx.queryParam("article");
        String story = ctx.queryParam("story");
        if ((article == null) == (story == null)) {
            throw Problem.badRequest("which? ask with ?article=… or ?story=…");
        }
        Duration span = Spans.duration(ctx, "span", Duration.ZERO, Spans.LONGEST);
        Predicate<TaggedTelling> asked =
                story == null
                        ? telling -> telling.telling().article().id().equals(article)
                        : telling -> storyOf(telling).equals(story);
        var hearing = new Hearing(Watcher.inMemory(Rules.of(List.of(rule)), mutes()), asked);
        if (span.isZero()) {
            held(rule, article, story).forEach(hearing::take);
        } else {
            search(rule, article, story, span, hearing);
        }
        if (hearing.explanations.isEmpty()) {
            throw nothing(story == null ? "article " + article : "story " + story, span);
        }
        Api.json(ctx, new Explained(hearing.tellings, hearing.explanations));
    }

    /** Tells them to a watcher, one after another, and keeps why of those that are asked for. */
    private static final class Hearing {
        private final Watcher watcher;
        private final Predicate<TaggedTelling> asked;
        private final List<Explanation> explanations = new ArrayList<>();
        private int tellings;

        Hearing(Watcher watcher, Predicate<TaggedTelling> asked) {
            this.watcher = watcher;
            this.asked = asked;
        }

        void take(TaggedTelling telling) {
            tellings++;
            if (asked.test(telling)) {
                explanations.addAll(watcher.explain(telling).explanations());
            } else {
                watcher.tell(telling);
            }
        }
    }

    private List<TaggedTelling> held(Rule rule, String article, String story) {
        boolean all = rule.isAcrossStories();
        String about = story;
        if (story == null) {
            about =
                    boards.stories()
                            .article(article)
                            .map(ExplainRoutes::storyOf)
                            .orElseThrow(() -> nothing("article " + article, Duration.ZERO));
        }
        String of = about;
        return boards.stories().tellings().values().stream()
                .filter(telling -> all || of.equals(storyOf(telling)))
                .toList();
    }

    /** What the log has of it: the story so far, or all that a rule across stories remembers. */
    private void search(Rule rule, String article, String story, Duration span, Hearing hearing) {
        Preview.Span last = Spans.log(log).last(span);
        try {
            String about = story == null ? storyIn(last, article) : story;
            List<TaggedTelling> told = log.story(about, last);
            if (told.isEmpty()) {
                throw nothing("story " + about, span);
            }
            if (rule.isAcrossStories()) {
                Instant begin = fetched(told.get(0)).minus(rule.memory());
                var around = new Preview.Span(begin, fetched(told.get(told.size() - 1)));
                log.all(around, hearing::take);
            } else {
                told.forEach(hearing::take);
            }
        } catch (LogSearch.GivenUp e) {
            throw Spans.givenUp(e);
        }
    }

    private String storyIn(Preview.Span span, String article) {
        return log.article(article, span)
                .map(ExplainRoutes::storyOf)
                .orElseThrow(
                        () ->
                                nothing(
                                        "article " + article,
                                        Duration.between(span.from(), span.to())));
    }

    private static Instant fetched(TaggedTelling telling) {
        return telling.telling().article().fetched();
    }

    private static Problem.Refused nothing(String about, Duration span) {
        return Problem.notFound(
                span.isZero()
                        ? about + " is not held; with span=P7D, or up to P30D, the log is searched"
                        : about + " is not in the log of the last " + span);
    }

    private Rule rule(String id) {
        Watchlist watchlist =
                boards.watchlists()
                        .get(id)
                        .orElseThrow(() -> Problem.notFound("there is no watchlist " + id));
        try {
            return Rule.compile(watchlist, boards.lexicon().now());
        } catch (BadWatchlist e) {
            throw Problem.unprocessable("Watchlist refused", WatchlistBody.faults(e)).refused();
        }
    }

    private Mutes mutes() {
        var mutes = new Mutes();
        boards.mutes().forEach(mutes::put);
        return mutes;
    }

    private static String storyOf(TaggedTelling telling) {
        return telling.telling().verdict().story();
    }
}
