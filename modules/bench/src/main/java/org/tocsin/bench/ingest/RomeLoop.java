package org.tocsin.bench.ingest;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tocsin.bench.farm.FarmPlan;

/**
 * The yardstick: what a reader of an afternoon does. Fetches with the JDK's client, parses with
 * ROME, keeps nothing, writes nothing, spares nobody: {@code RomeLoop FEEDS PORT THREADS SECONDS}.
 */
final class RomeLoop {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong fetched = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong items = new AtomicLong();
    private final FarmPlan plan;

    private RomeLoop(FarmPlan plan) {
        this.plan = plan;
    }

    public static void main(String[] args) throws InterruptedException {
        var plan =
                new FarmPlan(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Instant.EPOCH);
        var loop = new RomeLoop(plan);
        int threads = Integer.parseInt(args[2]);
        var pool = Executors.newFixedThreadPool(threads);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(args[3]));
        for (int i = 0; i < threads; i++) {
            pool.execute(() -> loop.run(end));
        }
        pool.shutdown();
        pool.awaitTermination(Long.parseLong(args[3]) + TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        System.out.printf("%d %d %d%n", loop.fetched.get(), loop.failed.get(), loop.items.get());
        // Stays until it has been looked at.
        Thread.sleep(Duration.ofMinutes(1).toMillis());
    }

    private void run(long end) {
        while (System.nanoTime() < end) {
            read(plan.url(Math.floorMod(next.getAndIncrement(), plan.feeds())));
        }
    }

    private void read(String url) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = new InputStreamReader(answer.body(), StandardCharsets.UTF_8)) {
                items.addAndGet(new SyndFeedInput().build(body).getEntries().size());
            }
            fetched.incrementAndGet();
        } catch (IOException | FeedException | IllegalArgumentException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
