package org.tocsin.app.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tocsin.wire.topic.DeadLetterHeaders;

/**
 * Puts dead letters back where they came from, with the same key, value, partition and time, so
 * that they get the same ids as if nothing had happened. Each record bears the place of the dead
 * letter it was.
 *
 * <p>Replaying all is one transaction with the note of how far it went: it happens wholly or not at
 * all, and a second time does nothing.
 */
public final class Replay implements AutoCloseable {

    private final Map<String, String> kafka;
    private final KafkaProducer<byte[], byte[]> producer;

    /** {@code kafka} are client properties with {@code bootstrap.servers}. */
    public Replay(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
        var properties = new HashMap<String, Object>(kafka);
        properties.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, "tocsin-replay-" + UUID.randomUUID());
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Puts back that one, also when it was replayed before. */
    public void one(DeadLetter letter) {
        inTransaction(() -> producer.send(back(letter)));
    }

    /**
     * Puts back all that were not, of all topics or of one.
     *
     * @param topic the topic they came from; null for all
     * @return those that were put back
     */
    public List<DeadLetter> all(DeadLetterLog log, String topic) {
        var replayed = new Replayed(kafka);
        var due = new ArrayList<DeadLetter>();
        log.forEach(
                letter -> {
                    boolean meant =
                            letter.topic() != null
                                    && (topic == null || topic.equals(letter.topic()));
                    if (meant && !replayed.contains(letter)) {
                        due.add(letter);
                    }
                });
        if (!due.isEmpty()) {
            inTransaction(() -> putBack(due));
        }
        return due;
    }

    private void putBack(List<DeadLetter> due) {
        var reached = new TreeMap<String, Map<TopicPartition, OffsetAndMetadata>>();
        for (DeadLetter letter : due) {
            producer.send(back(letter));
            reached.computeIfAbsent(Replayed.groupOf(letter.topic()), group -> new HashMap<>())
                    .put(
                            letter.place().topicPartition(),
                            new OffsetAndMetadata(letter.place().offset() + 1));
        }
        reached.forEach(
                (group, offsets) ->
                        producer.sendOffsetsToTransaction(
                                offsets, Replayed.membership(group, kafka)));
    }

    private void inTransaction(Runnable work) {
        producer.beginTransaction();
        try {
            work.run();
            producer.commitTransaction();
        } catch (KafkaException e) {
            producer.abortTransaction();
            throw e;
        }
    }

    private static ProducerRecord<byte[], byte[]> back(DeadLetter letter) {
        var headers = new RecordHeaders();
        letter.headers().forEach(headers::add);
        List.of(
                        DeadLetterHeaders.REASON,
                        DeadLetterHeaders.STAGE,
                        DeadLetterHeaders.EXCEPTION,
                        DeadLetterHeaders.MESSAGE,
                        DeadLetterHeaders.STACKTRACE,
                        DeadLetterHeaders.TOPIC,
                        DeadLetterHeaders.PARTITION,
                        DeadLetterHeaders.OFFSET,
                        DeadLetterHeaders.REPLAY_OF)
                .forEach(headers::remove);
        headers.add(
                DeadLetterHeaders.REPLAY_OF,
                letter.place().toString().getBytes(StandardCharsets.UTF_8));
        Long partition = letter.number(DeadLetterHeaders.PARTITION);
        return new ProducerRecord<>(
                letter.topic(),
                partition == null ? null : partition.intValue(),
                letter.time().toEpochMilli(),
                letter.key(),
                letter.value(),
                headers);
    }

    @Override
    public void close() {
        producer.close();
    }
}
