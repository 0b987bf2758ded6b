package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.core.watch.thread.Explanation;
import org.tocsin.core.watch.thread.Rules;
import org.tocsin.core.watch.thread.Watcher;
import org.tocsin.gateway.board.Boards;

/**
 * Why an article rang a watchlist, or why not: the watchlist of now over the tellings that are
 * held, those of the article's story or, for a rule over a span of time, all of them.
 */
final class ExplainRoutes implements Routes {

    private final Boards boards;

    ExplainRoutes(Boards boards) {
        this.boards = boards;
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
        String about = story == null ? storyOf(article) : story;
        boolean all = rule.isAcrossStories();
        List<TaggedTelling> heard =
                boards.stories().tellings().values().stream()
                        .filter(telling -> all || about.equals(storyOf(telling)))
                        .toList();
        var explanations = new ArrayList<Explanation>();
        Watcher watcher = Watcher.inMemory(Rules.of(List.of(rule)), mutes());
        for (TaggedTelling telling : heard) {
            boolean asked =
                    story == null
                            ? telling.telling().article().id().equals(article)
                            : storyOf(telling).equals(story);
            if (asked) {
                explanations.addAll(watcher.explain(telling).explanations());
            } else {
                watcher.tell(telling);
            }
        }
        if (explanations.isEmpty()) {
            throw Problem.notFound("nothing of " + about + " is held; a preview reads the log");
        }
        Api.json(ctx, new Explained(heard.size(), explanations));
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

    private String storyOf(String article) {
        return boards.stories()
                .article(article)
                .map(ExplainRoutes::storyOf)
                .orElseThrow(
                        () ->
                                Problem.notFound(
                                        "article "
                                                + article
                                                + " is not held; a preview reads the log"));
    }

    private static String storyOf(TaggedTelling telling) {
        return telling.telling().verdict().story();
    }
}
