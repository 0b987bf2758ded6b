package org.tocsin.ingestor.push;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.ingestor.visit.FeedVisitor;
import org.tocsin.ingestor.visit.Visit;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.IngestSettings;
import org.tocsin.wire.settings.Settings;

/**
 * An ingestor's side of WebSub: receives hubs for all ingestors, and subscribes and reads for the
 * feeds that are its own.
 *
 * <p>{@link #round} and {@link #settled} belong to the thread that owns the schedule; the rest may
 * be called by any. What goes wrong here never stops a poll.
 */
public final class Pushes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);

    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final int READERS = 4;
    private static final int ASKERS = 2;

    /** What carries pushes: {@code consumers} and {@code producers} make a new client each time. */
    public record Carriers(
            Supplier<Consumer<String, byte[]>> consumers,
            Supplier<Producer<String, byte[]>> producers,
            AvroSerdes serdes) {}

    /** How feeds are visited, and forms posted to hubs: politely, guarded, from any thread. */
    public record Means(FeedVisitor visitor, Function<FetchRequest, FetchOutcome> post) {}

    private final Carriers carriers;
    private final FeedVisitor visitor;
    private final Clock clock;
    private final InetSocketAddress address;
    private final PushLog log;
    private final Reception reception;
    private final ExecutorService readers = pool("push-reader-", READERS);
    private final ExecutorService askers = pool("push-asker-", ASKERS);
    private final Renewals renewals;
    private CallbackServer server;
    private PushReader reader;
    private Deliveries deliveries;
    private long nextSweep = System.nanoTime();
    private long nextTry = System.nanoTime();
    private volatile PushStatus subscriptions = PushStatus.NONE;

    /** {@code settings} have a public address. */
    public Pushes(Settings settings, Carriers carriers, Means means, Clock clock) {
        IngestSettings ingest = settings.ingest();
        var callbacks =
                new Callbacks(ingest.pushUrl().orElseThrow(), ingest.pushSecret().orElseThrow());
        this.carriers = carriers;
        this.visitor = means.visitor();
        this.clock = clock;
        this.address = new InetSocketAddress(settings.httpHost(), ingest.pushPort());
        this.log = new PushLog(carriers.producers(), carriers.serdes());
        this.reception = new Reception(callbacks, log, clock);
        this.renewals = new Renewals(new Hubs(means.post(), callbacks), askers);
    }

    /**
     * Answers hubs from now on.
     *
     * @throws IOException where the port is taken
     */
    public void start() throws IOException {
        server = CallbackServer.start(address, reception, CallbackServer.Limits.USUAL);
    }

    /** Where hubs are answered, once they are. */
    public int port() {
        return server.port();
    }

    public PushStatus status() {
        PushStatus of = subscriptions;
        return new PushStatus(
                of.asked(),
                of.active(),
                of.silent(),
                of.denied(),
                reception.accepted(),
                reception.refused());
    }

    /**
     * Does what there is to do for the feeds of these partitions, all of which the schedule knows;
     * does not wait. The visits that come of it go to {@code done}, some from other threads.
     */
    public void round(
            Set<Integer> partitions, Schedule schedule, java.util.function.Consumer<Visit> done) {
        if (System.nanoTime() < nextTry) {
            return;
        }
        try {
            Instant now = clock.instant();
            open();
            reader.follow(partitions);
            reader.commit();
            deliveries.round(schedule, done, now);
            renewals.round(schedule, done);
            if (System.nanoTime() >= nextSweep) {
                subscriptions = count(renewals.sweep(schedule, done, now));
                nextSweep = System.nanoTime() + BETWEEN_SWEEPS.toNanos();
            }
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            // Polls go on; what was read and not done yet is read again.
            LOG.warn("pushes cannot be read, trying again: {}", e.toString());
            forget();
            nextTry = System.nanoTime() + AFTER_TROUBLE.toNanos();
        }
    }

    /** A visit of that feed, whoever sent it, is over: written for good, or for nothing. */
    public void settled(String feed, boolean written) {
        if (deliveries != null) {
            deliveries.settled(feed, written);
        }
    }

    private void open() {
        if (reader == null) {
            reader = new PushReader(carriers.consumers().get(), carriers.serdes());
            deliveries = new Deliveries(reader, visitor, readers);
        }
    }

    private void forget() {
        PushReader leaving = reader;
        reader = null;
        deliveries = null;
        if (leaving != null) {
            try {
                leaving.close();
            } catch (RuntimeException e) {
                LOG.debug("the reader of pushes did not close cleanly", e);
            }
        }
    }

    private static PushStatus count(List<FeedReport> subscribed) {
        return new PushStatus(
                in(Push.ASKED, subscribed),
                in(Push.ACTIVE, subscribed),
                in(Push.SILENT, subscribed),
                in(Push.DENIED, subscribed),
                0,
                0);
    }

    private static int in(String state, List<FeedReport> subscribed) {
        return (int) subscribed.stream().filter(of -> of.push().state().equals(state)).count();
    }

    private static ExecutorService pool(String name, int threads) {
        var number = new AtomicInteger();
        return Executors.newFixedThreadPool(
                threads,
                work -> {
                    var thread = new Thread(work, name + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Stops answering hubs, and what is underway; to be called before the rounds end. */
    public void stop() {
        if (server != null) {
            server.close();
        }
        readers.shutdownNow();
        askers.shutdownNow();
        log.close();
    }

    /** Closes what belongs to the rounds' thread; to be called by it. */
    @Override
    public void close() {
        forget();
    }
}
