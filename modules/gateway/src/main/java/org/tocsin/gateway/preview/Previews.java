package org.tocsin.gateway.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/**
 * The previews of this process: two run at a time, a few more wait, and the last that are over are
 * kept for a while.
 */
public final class Previews implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final int MOST_OPEN = 8;
    private static final int KEPT = 32;

    private final Map<String, Preview> previews = new LinkedHashMap<>();
    private final ExecutorService runners = Executors.newFixedThreadPool(AT_ONCE, Previews::thread);
    private final LogSpan<TaggedTelling> log;
    private final LogSearch search;
    private final Clock clock;

    public Previews(Settings settings, AvroSerdes serdes, Clock clock) {
        this.log = new LogSpan<>(settings, serdes, Topics.TAGGED);
        this.search = new LogSearch(settings, serdes, clock);
        this.clock = clock;
    }

    private static Thread thread(Runnable runner) {
        var thread = new Thread(runner, "gateway-preview");
        thread.setDaemon(true);
        return thread;
    }

    /** The time of what is told now. */
    public Instant now() {
        return clock.instant();
    }

    /** Finds what no board holds any more. */
    public LogSearch search() {
        return search;
    }

    /** Begins one; empty where too many are open already. */
    public synchronized Optional<Preview> start(
            Watchlist watchlist, Preview.Span span, Rehearsal rehearsal) {
        if (previews.values().stream().filter(one -> !one.isOver()).count() >= MOST_OPEN) {
            return Optional.empty();
        }
        var preview = new Preview(UUID.randomUUID().toString(), watchlist, span, rehearsal);
        forgetOldest();
        previews.put(preview.id(), preview);
        runners.execute(() -> preview.run(log));
        return Optional.of(preview);
    }

    /** Runs one on the caller's own thread until it is over. */
    public Preview.View run(Watchlist watchlist, Duration span, Rehearsal rehearsal) {
        var until = new Preview.Span(now().minus(span), now());
        var preview = new Preview(UUID.randomUUID().toString(), watchlist, until, rehearsal);
        preview.run(log);
        return preview.view();
    }

    private void forgetOldest() {
        var over = new ArrayList<>(previews.values());
        over.removeIf(preview -> !preview.isOver());
        for (int i = 0; previews.size() >= KEPT && i < over.size(); i++) {
            previews.remove(over.get(i).id());
        }
    }

    public synchronized Optional<Preview> find(String id) {
        return Optional.ofNullable(previews.get(id));
    }

    /** The last begun first. */
    public synchronized List<Preview> list() {
        var all = new ArrayList<>(previews.values());
        Collections.reverse(all);
        return all;
    }

    /** Cancels and forgets it; false where there is none. */
    public synchronized boolean remove(String id) {
        Preview preview = previews.remove(id);
        if (preview != null) {
            preview.cancel();
        }
        return preview != null;
    }

    @Override
    public void close() {
        list().forEach(Preview::cancel);
        runners.shutdownNow();
    }
}
