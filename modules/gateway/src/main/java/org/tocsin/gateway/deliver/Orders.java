package org.tocsin.gateway.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.request.RequestNote;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** What people ask for at any gateway: a test, or that something is sent again. */
public final class Orders implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(1);

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

    /**
     * Sends a test, which the subscriber's list then shows; returns it.
     *
     * @param done that the request which asks for it is done; null where it bears no key
     */
    public Delivery test(String subscriber, RequestNote done) {
        var test = Delivery.test("test-" + UUID.randomUUID(), subscriber, now());
        write(List.of(test), done);
        return test;
    }

    /**
     * Tries these from the beginning of the table, with the ids that they have.
     *
     * @param done that the request which asks for it is done; null where it bears no key
     */
    public void replay(Collection<Delivery> failed, RequestNote done) {
        Instant now = now();
        write(failed.stream().map(delivery -> delivery.again(now)).toList(), done);
    }

    /** All of it in one transaction, so that who asks again is not served twice. */
    private synchronized void write(Collection<Delivery> deliveries, RequestNote done) {
        if (deliveries.isEmpty()) {
            return;
        }
        try {
            if (producer == null) {
                producer = clients.transactions();
                producer.initTransactions();
            }
            int partitions = producer.partitionsFor(Topics.DELIVERIES.name()).size();
            var letterbox = new Letterbox(serdes, partitions);
            producer.beginTransaction();
            deliveries.forEach(delivery -> producer.send(letterbox.record(delivery)));
            if (done != null) {
                producer.send(record(done));
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            // What it began ends undone when its time is over; the next order begins anew.
            close();
            throw e;
        }
    }

    private ProducerRecord<String, byte[]> record(RequestNote done) {
        String topic = Topics.REQUESTS.name();
        byte[] bytes = serdes.of(Topics.REQUESTS).serializer().serialize(topic, done);
        return new ProducerRecord<>(topic, done.id(), bytes);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSING);
            producer = null;
        }
    }
}
