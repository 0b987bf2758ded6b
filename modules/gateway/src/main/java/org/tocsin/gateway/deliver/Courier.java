package org.tocsin.gateway.deliver;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/**
 * Delivers what is in this gateway's care, on a thread of its own, until it is closed. When the
 * broker or the registry fails it, it drops all it knows and begins again from the log.
 */
final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long CLOSING_MS = 8_000;

    private final Plan plan;
    private final WebClient web;
    private final Optional<Mailer> mail;
    private final Thread thread = new Thread(this::run, "gateway-deliver");
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile BooleanSupplier ready;
    private volatile Round round;

    /** Who is to be told, who is told that somebody is gone, and what is measured. */
    record Care(DeliveryBoard board, Gone gone, DeliveryMeters meters) {}

    /** Told that a subscriber is no more, or seems so; must not block. */
    interface Gone {
        void disable(String subscriber, String why);
    }

    /** What the rounds work with. */
    record Plan(
            CourierClients clients,
            AvroSerdes serdes,
            Care care,
            Map<Subscriber.Kind, Means> means,
            Clock clock) {

        DeliveryBoard board() {
            return care.board();
        }
    }

    /**
     * @param clock the time of day: receivers compare it with their own, whatever time the news has
     */
    Courier(Settings settings, AvroSerdes serdes, Care care, Clock clock) {
        var wording = new Wording(settings.access().publicUrl());
        this.web = new WebClient(new TargetGuard(settings.deliver().allow()), clock, PATIENCE);
        var posts = new WebPosts(web, wording, clock);
        var means = new EnumMap<Subscriber.Kind, Means>(Subscriber.Kind.class);
        means.put(Subscriber.Kind.WEBHOOK, posts);
        means.put(Subscriber.Kind.SLACK, posts);
        means.put(Subscriber.Kind.TEAMS, posts);
        this.mail =
                settings.deliver()
                        .smtp()
                        .map(
                                server ->
                                        new Mailer(
                                                server,
                                                settings.deliver().from().orElseThrow(),
                                                wording,
                                                clock));
        mail.ifPresent(mailer -> means.put(Subscriber.Kind.EMAIL, mailer));
        this.plan = new Plan(new CourierClients(settings), serdes, care, means, clock);
    }

    void start(BooleanSupplier boardIsReady) {
        ready = boardIsReady;
        thread.start();
    }

    private void run() {
        while (!closed.get() && !ready.getAsBoolean()) {
            pause(SHORT_PAUSE);
        }
        while (!closed.get()) {
            try (var next = new Round(plan)) {
                round = next;
                while (!closed.get()) {
                    next.turn();
                }
            } catch (RuntimeException e) {
                if (!closed.get()) {
                    LOG.warn("cannot deliver, trying again", e);
                    pause(PAUSE);
                }
            }
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        closed.set(true);
        Optional.ofNullable(round).ifPresent(Round::wake);
        try {
            thread.join(CLOSING_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        web.close();
        mail.ifPresent(Mailer::close);
    }
}
