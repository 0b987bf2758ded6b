package org.tocsin.gateway.deliver;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** What people ask for at any gateway: a test, or that something is sent again. */
public final class Orders implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 15;

    private final CourierClients clients;
    private final AvroSerdes serdes;
    private final Clock clock;
    private KafkaProducer<String, byte[]> producer;

    /**
     * @param clock the time of day, as the courier has it
     */
    public Orders(Settings settings, AvroSerdes serdes, Clock clock) {
        this.clients = new CourierClients(settings);
        this.serdes = serdes;
        this.clock = clock;
    }

    /** The time of day. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Sends a test, which the subscriber's list then shows; returns it. */
    public Delivery test(String subscriber) {
        var test = Delivery.test("test-" + UUID.randomUUID(), subscriber, now());
        write(java.util.List.of(test));
        return test;
    }

    /** Tries these from the beginning of the table, with the ids that they have. */
    public void replay(Collection<Delivery> failed) {
        Instant now = now();
        write(failed.stream().map(delivery -> delivery.again(now)).toList());
    }

    private synchronized void write(Collection<Delivery> deliveries) {
        if (producer == null) {
            producer = clients.commands();
        }
        int partitions = producer.partitionsFor(Topics.DELIVERIES.name()).size();
        var letterbox = new Letterbox(serdes, partitions);
        deliveries.stream()
                .map(delivery -> producer.send(letterbox.record(delivery)))
                .toList()
                .forEach(Orders::await);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("could not write to " + Topics.DELIVERIES.name(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
