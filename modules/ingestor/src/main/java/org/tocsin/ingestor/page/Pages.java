package org.tocsin.ingestor.page;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.article.Article;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.polite.Courtesy;

/**
 * Reads the pages of articles, the newest first: a few a visit, for a few seconds, on threads of
 * its own, so that a slow site costs its feed's other news no more than that. A fetch that is under
 * way when the time is over ends by itself and is for nothing.
 */
final class Pages implements AutoCloseable {

    static final int MOST = 10;
    static final Duration BUDGET = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final int THREADS = 32;

    private final Function<String, FetchOutcome> fetch;
    private final Duration budget;
    private final Barren barren;
    private final ThreadPoolExecutor readers;

    Pages(Function<String, FetchOutcome> fetch, Clock clock, Duration budget) {
        this.fetch = fetch;
        this.budget = budget;
        this.barren = new Barren(clock);
        var number = new AtomicInteger();
        this.readers =
                new ThreadPoolExecutor(
                        0,
                        THREADS,
                        10,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        work -> {
                            var thread = new Thread(work, "pages-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** By id, those of the articles whose pages said more than they. */
    Map<String, Article> read(List<Article> articles) {
        var read = new ConcurrentHashMap<String, Article>();
        var over = new AtomicBoolean();
        try {
            wait(readers.submit(() -> readAll(newestFirst(articles), read, over)));
        } catch (RejectedExecutionException e) {
            LOG.debug(
                    "every reader of pages is busy: {} articles keep their summaries",
                    articles.size());
        }
        over.set(true);
        return Map.copyOf(read);
    }

    /** No interrupt ends a fetch: what it learns of the host is of use to others. */
    private void wait(Future<?> reading) {
        try {
            reading.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("pages were not read in time: their articles keep their summaries");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("reading pages failed", e.getCause());
        }
    }

    private void readAll(List<Article> articles, Map<String, Article> read, AtomicBoolean over) {
        for (Article article : articles) {
            if (over.get() || barren.allows(article.url()) && !readOne(article, read)) {
                return;
            }
        }
    }

    /** False where there is no use in asking for another page now. */
    private boolean readOne(Article article, Map<String, Article> read) {
        FetchOutcome outcome = fetch.apply(article.url());
        if (Courtesy.isBusy(outcome)) {
            return false;
        }
        Optional<String> text = PageText.of(outcome, article);
        text.ifPresent(words -> read.put(article.id(), article.saying(words)));
        if (text.isPresent()) {
            barren.fruitful(article.url());
        } else {
            barren.fruitless(article.url(), outcome instanceof FetchOutcome.Fetched);
        }
        return true;
    }

    private static List<Article> newestFirst(List<Article> articles) {
        var ordered = new ArrayList<>(articles);
        ordered.sort(Comparator.comparing(Article::eventTime).reversed());
        return ordered.subList(0, Math.min(MOST, ordered.size()));
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
