package org.tocsin.gateway.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Alert;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * A courier's membership in the group, from joining to the first failure: all of it on one thread,
 * but for the outcomes that come in.
 *
 * <p>Longer than most, since the order of its steps is what it promises: read, write, and only then
 * forget or send.
 */
final class Round implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration COMMIT = Duration.ofSeconds(5);

    /** More than these for a subscriber that does not take them are given up at once. */
    private static final int MOST_WAITING = 5_000;

    private final Courier.Plan plan;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Letterbox letterbox;
    private final Backlog backlog = new Backlog();

    /** Where a partition of deliveries stood when it came here: until then it is not acted upon. */
    private final Map<Integer, Long> unread = new HashMap<>();

    private final Queue<Attempted> attempted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean polling = new AtomicBoolean();
    private int underWay;
    private Instant lastCommit;
    private Instant lastSweep;

    private record Attempted(Batch batch, Outcome outcome, Instant at) {}

    Round(Courier.Plan plan) {
        this.plan = plan;
        this.consumer = plan.clients().consumer();
        this.producer = plan.clients().transactions();
        this.lastCommit = plan.clock().instant();
        this.lastSweep = lastCommit;
        try {
            producer.initTransactions();
            int partitions = producer.partitionsFor(Topics.DELIVERIES.name()).size();
            this.letterbox = new Letterbox(plan.serdes(), partitions);
            consumer.subscribe(
                    List.of(Topics.ALERTS.name(), Topics.DELIVERIES.name()), new Handover());
        } catch (RuntimeException e) {
            closeClients();
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
                    value(Topics.ALERTS, record).ifPresent(alert -> writes.addAll(queue(alert)));
                } else {
                    backlog.put(
                            record.partition(),
                            record.offset(),
                            record.key(),
                            value(Topics.DELIVERIES, record).orElse(null));
                }
            }
            unread.entrySet()
                    .removeIf(end -> consumer.position(deliveries(end.getKey())) >= end.getValue());
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

    private List<ProducerRecord<String, byte[]>> queue(Alert alert) {
        Instant now = plan.clock().instant();
        return plan.board().subscribers().values().stream()
                .filter(subscriber -> subscriber.wants(alert))
                .filter(s -> plan.board().find(s.id(), alert.id()).isEmpty())
                .map(subscriber -> queued(alert, subscriber, now))
                .map(letterbox::record)
                .toList();
    }

    private Delivery queued(Alert alert, Subscriber subscriber, Instant now) {
        Instant due = subscriber.nextAfter(now);
        Delivery delivery = Delivery.of(alert, subscriber.id(), now, due);
        return plan.board().health(subscriber.id()).waiting() < MOST_WAITING
                ? delivery
                : delivery.failed(
                        new Delivery.Attempt(now, 0, 0), "too many were waiting before it");
    }

    private List<ProducerRecord<String, byte[]>> outcomes() {
        var writes = new ArrayList<ProducerRecord<String, byte[]>>();
        for (Attempted one = attempted.poll(); one != null; one = attempted.poll()) {
            underWay--;
            writes.addAll(outcome(one.batch(), one.outcome(), one.at()));
        }
        return writes;
    }

    private List<ProducerRecord<String, byte[]>> outcome(Batch batch, Outcome outcome, Instant at) {
        Subscriber subscriber = batch.subscriber();
        plan.care().meters().attempted(subscriber.kind(), outcome);
        if (outcome.pause().compareTo(Duration.ZERO) > 0) {
            lane(subscriber.id()).ifPresent(lane -> lane.pause(at.plus(outcome.pause())));
        }
        List<Delivery> after =
                batch.deliveries().stream().map(delivery -> outcome.on(delivery, at)).toList();
        after.forEach(delivery -> consider(delivery, outcome));
        return after.stream().map(letterbox::record).toList();
    }

    /** Who says that it is gone, or took nothing for as long as the table lasts, is left alone. */
    private void consider(Delivery after, Outcome outcome) {
        if (outcome.verdict() == Outcome.Verdict.GONE) {
            plan.care().gone().disable(after.subscriber(), "it answered 410: gone");
        } else if (outcome.verdict() == Outcome.Verdict.REFUSED
                && after.state() == Delivery.State.FAILED
                && lane(after.subscriber())
                        .filter(lane -> lane.tookAnythingSince(after.queued()))
                        .isEmpty()) {
            plan.care().gone().disable(after.subscriber(), "it took nothing for three days");
        }
    }

    private Optional<Lane> lane(String subscriber) {
        return backlog.lane(letterbox.partitionOf(subscriber), subscriber);
    }

    private List<ProducerRecord<String, byte[]>> swept() {
        Instant now = plan.clock().instant();
        if (now.isBefore(lastSweep.plus(SWEEP))) {
            return List.of();
        }
        lastSweep = now;
        return owned(Topics.DELIVERIES).stream()
                .flatMap(at -> backlog.spent(at.partition(), now, subscribers()).stream())
                .map(letterbox::cleared)
                .toList();
    }

    /** All of it and how far the alerts are read, or nothing. */
    private void write(List<ProducerRecord<String, byte[]>> writes) {
        Instant now = plan.clock().instant();
        if (writes.isEmpty() && now.isBefore(lastCommit.plus(COMMIT))) {
            return;
        }
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        // Those of deliveries are never read again: they are here so that any write is fenced.
        consumer.assignment()
                .forEach(at -> offsets.put(at, new OffsetAndMetadata(consumer.position(at))));
        lastCommit = now;
        if (writes.isEmpty() && offsets.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        var sent = writes.stream().map(producer::send).toList();
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        for (int i = 0; i < sent.size(); i++) {
            RecordMetadata at = metadata(sent.get(i));
            String key = writes.get(i).key();
            backlog.lane(at.partition(), Backlog.subscriberOf(key))
                    .ifPresent(lane -> lane.written(key, at.offset()));
        }
    }

    /** Of a record whose transaction is committed, so that nothing is waited for. */
    private static RecordMetadata metadata(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
    }

    private void send() {
        Instant now = plan.clock().instant();
        for (TopicPartition at : owned(Topics.DELIVERIES)) {
            if (!unread.containsKey(at.partition())) {
                backlog.take(at.partition(), now, subscribers()).forEach(this::send);
            }
        }
    }

    private void send(Batch batch) {
        underWay++;
        Means means = plan.means().get(batch.subscriber().kind());
        CompletableFuture<Outcome> attempt =
                batch.subscriber().isSealed()
                        ? refused("sealed with a key that TOCSIN_DELIVER_KEYS does not have here")
                        : means == null
                                ? refused("no mail server is set here")
                                : means.send(batch.subscriber(), batch.deliveries());
        attempt.whenComplete(
                (outcome, bug) -> {
                    if (bug != null) {
                        LOG.error("an attempt failed; subscriber={}", batch.subscriber(), bug);
                    }
                    Outcome told = bug == null ? outcome : Outcome.refused(0, "failed: " + bug, 0);
                    attempted.add(new Attempted(batch, told, plan.clock().instant()));
                    wake();
                });
    }

    private static CompletableFuture<Outcome> refused(String why) {
        return CompletableFuture.completedFuture(Outcome.refused(0, why, 0));
    }

    private Function<String, Optional<Subscriber>> subscribers() {
        return plan.board().subscribers()::get;
    }

    private List<TopicPartition> owned(Topic<?> topic) {
        return consumer.assignment().stream()
                .filter(at -> at.topic().equals(topic.name()))
                .toList();
    }

    private static TopicPartition deliveries(int partition) {
        return new TopicPartition(Topics.DELIVERIES.name(), partition);
    }

    /** Leaves nothing half told to the next owner, if it comes in time. */
    private final class Handover implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            List<TopicPartition> ours =
                    partitions.stream()
                            .filter(at -> at.topic().equals(Topics.DELIVERIES.name()))
                            .toList();
            consumer.seekToBeginning(ours);
            // Not the end that committed records have: what the last owner wrote last may be
            // committed, but not be marked yet.
            plan.clients().ends(ours).forEach((at, end) -> unread.put(at.partition(), end));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            long deadline = System.nanoTime() + LINGER.toNanos();
            while (underWay > attempted.size() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            write(outcomes());
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.stream()
                    .filter(at -> at.topic().equals(Topics.DELIVERIES.name()))
                    .forEach(
                            at -> {
                                backlog.forget(at.partition());
                                unread.remove(at.partition());
                            });
        }
    }

    @Override
    public void close() {
        closeClients();
    }

    private void closeClients() {
        try {
            consumer.close();
        } catch (KafkaException e) {
            LOG.warn("could not leave the group in order", e);
        }
        producer.close(Duration.ofSeconds(1));
    }
}
