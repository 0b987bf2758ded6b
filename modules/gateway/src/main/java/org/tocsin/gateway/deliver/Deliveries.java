package org.tocsin.gateway.deliver;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.gateway.desk.SubscriberDesk;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** All of delivering in one gateway: what is shown of it, what people may do, and who does it. */
public final class Deliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final DeliveryBoard board = new DeliveryBoard();
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
        this.addresses = new Addresses(settings.deliver());
        this.desk = new SubscriberDesk(settings, serdes, clocks.news());
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
