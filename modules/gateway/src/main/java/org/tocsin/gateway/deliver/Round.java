package org.tocsin.gateway.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * A courier's membership in the group, from joining to the first failure: all of it on one thread,
 * but for the outcomes that come in.
 *
 * <p>The order of its steps is what it promises: read, decide ({@link Rulings}), write ({@link
 * Pen}), and only then forget or send ({@link Attempts}).
 */
final class Round implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final Courier.Plan plan;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Pen pen;
    private final Rulings rulings;
    private final Attempts attempts;
    private final Charge charge;
    private final Backlog backlog = new Backlog();
    private final AtomicBoolean polling = new AtomicBoolean();
    private Instant lastSweep;

    Round(Courier.Plan plan) {
        this.plan = plan;
        this.consumer = plan.clients().consumer();
        this.lastSweep = plan.clock().instant();
        this.pen = new Pen(plan.clients(), consumer, lastSweep);
        this.attempts = new Attempts(plan, this::wake);
        this.charge = new Charge(consumer, plan.clients());
        try {
            pen.ready();
            int partitions = pen.partitionsOf(Topics.DELIVERIES.name());
            this.rulings = new Rulings(plan, backlog, new Letterbox(plan.serdes(), partitions));
            consumer.subscribe(
                    List.of(Topics.ALERTS.name(), Topics.DELIVERIES.name()), new Handover());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Ends a poll; for other threads. */
    void wake() {
        if (polling.get()) {
            consumer.wakeup();
        }
    }

    /** Reads what came, writes what follows from it, sends what is due. */
    void turn() {
        List<ProducerRecord<String, byte[]>> writes = read();
        writes.addAll(outcomes());
        writes.addAll(swept());
        write(writes);
        send();
        plan.care().meters().waiting(backlog.waiting());
    }

    private List<ProducerRecord<String, byte[]>> read() {
        var writes = new ArrayList<ProducerRecord<String, byte[]>>();
        polling.set(true);
        try {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.topic().equals(Topics.ALERTS.name())) {
                    value(Topics.ALERTS, record)
                            .ifPresent(alert -> writes.addAll(rulings.of(alert)));
                } else {
                    backlog.put(
                            record.partition(),
                            record.offset(),
                            record.key(),
                            value(Topics.DELIVERIES, record).orElse(null));
                }
            }
            charge.read();
        } catch (WakeupException e) {
            // An outcome is there, or the end.
        } finally {
            polling.set(false);
        }
        return writes;
    }

    /** What cannot be decoded is told by the log's follower, and passed over here as there. */
    private <V> Optional<V> value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(
                    plan.serdes()
                            .of(topic)
                            .deserializer()
                            .deserialize(record.topic(), record.headers(), record.value()));
        } catch (RetriableException e) {
            throw e;
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }

    private List<ProducerRecord<String, byte[]>> outcomes() {
        return attempts.ended().stream().flatMap(one -> rulings.of(one).stream()).toList();
    }

    private List<ProducerRecord<String, byte[]>> swept() {
        Instant now = plan.clock().instant();
        if (now.isBefore(lastSweep.plus(SWEEP))) {
            return List.of();
        }
        lastSweep = now;
        return charge.partitions().stream().flatMap(p -> rulings.of(now, p).stream()).toList();
    }

    private void write(List<ProducerRecord<String, byte[]>> writes) {
        pen.write(
                writes,
                plan.clock().instant(),
                (place, key) ->
                        backlog.lane(place.partition(), Backlog.subscriberOf(key))
                                .ifPresent(lane -> lane.written(key, place.offset())));
    }

    private void send() {
        Instant now = plan.clock().instant();
        for (int partition : charge.known()) {
            backlog.take(partition, now, plan.board().subscribers()::get).forEach(attempts::begin);
        }
    }

    /** Leaves nothing half told to the next owner, if it comes in time. */
    private final class Handover implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            charge.takeOver(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            attempts.await(LINGER);
            write(outcomes());
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            charge.handOver(partitions, backlog);
        }
    }

    @Override
    public void close() {
        try {
            consumer.close();
        } catch (KafkaException e) {
            LOG.warn("could not leave the group in order", e);
        }
        pen.close();
    }
}
