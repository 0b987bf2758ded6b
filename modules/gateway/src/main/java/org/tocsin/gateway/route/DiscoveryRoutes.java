package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.FEED;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.feed.Discovery;
import org.tocsin.core.feed.Discovery.Found;
import org.tocsin.core.feed.Discovery.Nothing;
import org.tocsin.core.feed.Discovery.Readable;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedAddress;
import org.tocsin.gateway.board.Latest;

/**
 * The feeds of a site, found by any of its pages. It asks servers elsewhere, so only a few do so at
 * a time and none for long.
 */
final class DiscoveryRoutes implements Routes {

    private static final int AT_A_TIME = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Latest<Feed> feeds;
    private final Discovery.Search search;
    private final ExecutorService searching =
            new ThreadPoolExecutor(
                    0,
                    AT_A_TIME,
                    10,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    DiscoveryRoutes::thread);

    DiscoveryRoutes(Latest<Feed> feeds, Discovery.Search search) {
        this.feeds = feeds;
        this.search = search;
    }

    /** No search holds up the end of the process. */
    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "feed-search");
        thread.setDaemon(true);
        return thread;
    }

    /** {@code known} is the id of the feed that has this address already, null for none. */
    record Candidate(String url, String title, int items, List<String> latest, String known) {}

    /**
     * The best first, none where {@code reason} says why; {@code onPage} is whether they are those
     * that a page names; {@code unanswered} is whether it may be otherwise later.
     */
    record Candidates(
            String url, boolean onPage, List<Candidate> feeds, String reason, boolean unanswered) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(Api.ROOT + "/feeds/discover", this::discover, FEED);
    }

    private void discover(Context ctx) {
        Form form = Form.of(ctx, Set.of("url"));
        String given = form.text("url");
        // As people write addresses.
        String url =
                given == null || given.matches("(?i)[a-z][a-z0-9+.-]*:.*")
                        ? given
                        : "https://" + given;
        if (url == null) {
            form.refuse("url", "url is needed: the address of a feed or of a page of its site");
        } else {
            FeedAddress.fault(url).ifPresent(fault -> form.refuse("url", fault));
        }
        form.check("Address refused");
        Api.json(ctx, candidates(url, found(url)));
    }

    private Discovery found(String url) {
        Future<Discovery> found;
        try {
            found = searching.submit(() -> search.find(url));
        } catch (RejectedExecutionException e) {
            throw Problem.of(429, "Too many searches", "others search at present; try again soon")
                    .refused();
        }
        try {
            return found.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Nothing("no answer within " + PATIENCE.toSeconds() + " s", true);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a search failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            found.cancel(true);
        }
    }

    private Candidates candidates(String url, Discovery discovery) {
        if (discovery instanceof Nothing nothing) {
            return new Candidates(url, false, List.of(), nothing.reason(), nothing.unanswered());
        }
        var found = (Found) discovery;
        var all = new ArrayList<Candidate>();
        all.add(candidate(found.feed()));
        found.others().forEach(other -> all.add(candidate(other)));
        return new Candidates(url, found.isOnPage(), all, null, false);
    }

    private Candidate candidate(Readable feed) {
        return new Candidate(
                feed.url(),
                feed.title(),
                feed.items(),
                feed.latest(),
                known(feed.url()).map(Feed::id).orElse(null));
    }

    private Optional<Feed> known(String url) {
        String address = ArticleId.canonicalUrl(url);
        return feeds.values().stream()
                .filter(feed -> ArticleId.canonicalUrl(feed.url()).equals(address))
                .findFirst();
    }
}
