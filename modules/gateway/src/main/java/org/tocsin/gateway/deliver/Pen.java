package org.tocsin.gateway.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Writes what was decided and how far the alerts are read, all of it or nothing, fenced by the
 * group's generation: a member that was replaced writes no more.
 */
final class Pen implements AutoCloseable {

    private static final Duration COMMIT = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> member;
    private Instant lastCommit;

    /**
     * @param member who reads, and whose positions are committed
     */
    Pen(CourierClients clients, KafkaConsumer<String, byte[]> member, Instant now) {
        this.producer = clients.transactions();
        this.member = member;
        this.lastCommit = now;
    }

    /** Waits for what the last one that had this pen began; needs the broker. */
    void ready() {
        producer.initTransactions();
    }

    int partitionsOf(String topic) {
        return producer.partitionsFor(topic).size();
    }

    /** Told where a record stands, once it is committed. */
    interface Written {
        void at(RecordMetadata place, String key);
    }

    /** Without anything to write, how far the alerts are read is written now and then. */
    void write(List<ProducerRecord<String, byte[]>> writes, Instant now, Written written) {
        if (writes.isEmpty() && now.isBefore(lastCommit.plus(COMMIT))) {
            return;
        }
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        // Those of deliveries are never read again: they are here so that any write is fenced.
        member.assignment()
                .forEach(at -> offsets.put(at, new OffsetAndMetadata(member.position(at))));
        lastCommit = now;
        if (writes.isEmpty() && offsets.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        var sent = writes.stream().map(producer::send).toList();
        producer.sendOffsetsToTransaction(offsets, member.groupMetadata());
        producer.commitTransaction();
        for (int i = 0; i < sent.size(); i++) {
            written.at(place(sent.get(i)), writes.get(i).key());
        }
    }

    /** Of a record whose transaction is committed, so that nothing is waited for. */
    private static RecordMetadata place(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
