package org.tocsin.ingestor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.watch.SourceWatch;
import org.tocsin.ingestor.coverage.CoverageWatch;
import org.tocsin.ingestor.coverage.WatchlistFollower;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.fetch.Egress;
import org.tocsin.ingestor.fetch.FetchLimits;
import org.tocsin.ingestor.fetch.Fetcher;
import org.tocsin.ingestor.fetch.Traffic;
import org.tocsin.ingestor.page.CopyDesk;
import org.tocsin.ingestor.polite.Courtesy;
import org.tocsin.ingestor.publish.VisitPublisher;
import org.tocsin.ingestor.push.PushStatus;
import org.tocsin.ingestor.push.Pushes;
import org.tocsin.ingestor.visit.FeedVisitor;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/**
 * Reads the feeds of {@code news.feeds} and writes their articles to {@code news.articles}, for as
 * long as it is open. Ingestors of one installation share the feeds by partition; one more takes
 * its share, and a dead one's feeds move within seconds, each where it stood.
 *
 * <p>The clock may run faster than real time. Kafka may be away: the ingestor waits for it.
 */
public final class Ingestor implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofMillis(1_200);

    private final Fetcher fetcher;
    private final CopyDesk desk;
    private final WatchlistFollower watchlists;
    private final Optional<Pushes> pushes;
    private final Rounds rounds;
    private final Thread thread;

    public Ingestor(Settings settings, AvroSerdes serdes, Clock clock, AddressGuard guard) {
        var clients = new KafkaClients(settings);
        this.fetcher = new Fetcher(Egress.of(settings, guard), FetchLimits.USUAL, clock);
        // Servers live in real time, whatever the clock of the news.
        var courtesy = new Courtesy(fetcher, Clock.systemUTC());
        this.desk = CopyDesk.withPages(courtesy, Clock.systemUTC());
        var sources = new SourceWatch();
        this.watchlists = new WatchlistFollower(clients::reader, serdes, sources);
        var visitor = new FeedVisitor(courtesy, desk, clock);
        var visits = new Pushes.Means(visitor, request -> courtesy.fetch(request, false));
        var publisher = new VisitPublisher(clients::pen, serdes);
        this.pushes =
                settings.ingest()
                        .pushUrl()
                        .map(url -> new Pushes(settings, clients.carriers(serdes), visits, clock));
        this.rounds =
                new Rounds(
                        schedule -> clients.follower(serdes, schedule, publisher),
                        publisher,
                        visitor::visit,
                        new Visitors(settings.ingest().visitors(), Visitors.USUAL, courtesy::bears),
                        new CoverageWatch(sources, watchlists::isReady),
                        pushes,
                        clock);
        this.thread = new Thread(rounds, "ingestor");
    }

    /**
     * Begins; the topics must exist.
     *
     * @throws UncheckedIOException where the port for hubs is taken
     */
    public void start() {
        pushes.ifPresent(Ingestor::listen);
        watchlists.start();
        thread.start();
    }

    private static void listen(Pushes pushes) {
        try {
            pushes.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many of the feeds that it follows are in each state. */
    public Map<Coverage.State, Integer> coverage() {
        return rounds.census();
    }

    /** How pushing goes. */
    public PushStatus pushStatus() {
        return pushes.map(Pushes::status).orElse(PushStatus.NONE);
    }

    /** Where hubs are answered since {@link #start}; 0 without a public address for them. */
    public int pushPort() {
        return pushes.map(Pushes::port).orElse(0);
    }

    public IngestorStatus status() {
        return rounds.status();
    }

    /** What it asked servers for since it started. */
    public Traffic traffic() {
        return fetcher.traffic();
    }

    /** Tells of every visit from now on, once Kafka has been told, on the ingestor's thread. */
    public void listen(Consumer<VisitNote> listener) {
        rounds.listen(listener);
    }

    /** Ends within two seconds; what is being fetched is dropped, to be fetched again. */
    @Override
    public void close() {
        pushes.ifPresent(Pushes::stop);
        rounds.stop();
        watchlists.close();
        desk.close();
        fetcher.close();
        try {
            thread.join(CLOSING.toMillis());
            // Still there: it waits for a broker that is away.
            thread.interrupt();
            thread.join(CLOSING.toMillis() / 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
