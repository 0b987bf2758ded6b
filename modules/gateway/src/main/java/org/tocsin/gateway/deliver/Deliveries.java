package org.tocsin.gateway.deliver;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.gateway.desk.SubscriberDesk;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** All of delivering in one gateway: what is shown of it, what people may do, and who does it. */
public final class Deliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final long PAUSE_NANOS = 200_000_000;

    private final DeliveryBoard board = new DeliveryBoard();
    private final Seal seal;
    private final Addresses addresses;
    private final SubscriberDesk desk;
    private final Orders orders;
    private final Courier courier;

    /** Waits for the broker, which the courier must not. */
    private final ExecutorService disabling =
            Executors.newSingleThreadExecutor(
                    work -> {
                        var thread = new Thread(work, "deliver-disable");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** The time of the news, which subscribers are told of from some time on, and of the day. */
    public record Clocks(Clock news, Clock day) {}

    public Deliveries(Settings settings, AvroSerdes serdes, Clocks clocks, DeliveryMeters meters) {
        this.seal = new Seal(settings.deliver().keys());
        this.addresses = new Addresses(settings.deliver());
        // A seal of its own: it reads from the beginning again and again, and is not to say what is
        // outdated.
        AvroSerdes open = new Seal(settings.deliver().keys()).over(serdes);
        this.desk = new SubscriberDesk(settings, open, clocks.news());
        this.orders = new Orders(settings, serdes, clocks.day());
        this.courier =
                new Courier(
                        settings,
                        serdes,
                        new Courier.Care(board, this::disable, meters),
                        clocks.day());
    }

    private void disable(String subscriber, String why) {
        disabling.execute(
                () -> {
                    try {
                        desk.disable(subscriber, why);
                    } catch (RuntimeException e) {
                        LOG.warn("could not disable a subscriber; subscriber={}", subscriber, e);
                    }
                });
    }

    /**
     * Begins to deliver.
     *
     * @param ready whether the board has read who the subscribers are
     */
    public void start(BooleanSupplier ready) {
        courier.start(ready);
        disabling.execute(() -> sealTheRest(ready));
    }

    /** What was written before there was a key, or with an older one. */
    private void sealTheRest(BooleanSupplier ready) {
        while (!ready.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
        List<Subscriber> subscribers = board.subscribers().values();
        subscribers.stream()
                .filter(Subscriber::isSealed)
                .forEach(each -> LOG.error("no key of a subscriber; subscriber={}", each.id()));
        if (seal.key() == null && subscribers.stream().anyMatch(each -> each.secret() != null)) {
            LOG.warn("secrets lie open on news.subscribers; set TOCSIN_DELIVER_KEYS to seal them");
        }
        for (String subscriber : seal.outdated()) {
            try {
                desk.rewrite(subscriber, seal::isOutdated, "sealed with the key " + seal.key());
            } catch (KafkaException e) {
                LOG.warn("could not seal a subscriber; subscriber={}", subscriber, e);
            }
        }
    }

    /** Keeps subscribers from those who can read the log. */
    public Seal seal() {
        return seal;
    }

    public DeliveryBoard board() {
        return board;
    }

    public Addresses addresses() {
        return addresses;
    }

    public SubscriberDesk desk() {
        return desk;
    }

    public Orders orders() {
        return orders;
    }

    @Override
    public void close() {
        courier.close();
        orders.close();
        disabling.shutdownNow();
    }
}
