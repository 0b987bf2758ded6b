package org.tocsin.app.role;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.watch.Alert;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/** Stories and alerts as lines on a terminal, from the moment it is opened. */
public final class Ticker implements AutoCloseable {

    private static final List<Topic<?>> SHOWN = List.of(Topics.STORIES, Topics.ALERTS);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<Telling> tellings;
    private final Deserializer<Alert> alerts;
    private final TickerLines lines;
    private final PrintStream out;
    private final Thread thread = new Thread(this::run, "ticker");

    private Ticker(Foundation foundation, TickerLines lines, PrintStream out) {
        this.lines = lines;
        this.out = out;
        tellings = foundation.serdes().of(Topics.STORIES).deserializer();
        alerts = foundation.serdes().of(Topics.ALERTS).deserializer();
        var kafka = new HashMap<String, Object>(foundation.settings().kafka());
        kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Shows what comes from now on. */
    public static Ticker open(Foundation foundation, TickerLines lines, PrintStream out) {
        var ticker = new Ticker(foundation, lines, out);
        ticker.startAtTheEnd();
        ticker.thread.start();
        return ticker;
    }

    private void startAtTheEnd() {
        List<TopicPartition> partitions =
                SHOWN.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.forEach(consumer::seek);
    }

    private void run() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::show);
            }
        } catch (WakeupException e) {
            // The end: close() asked for it.
        }
    }

    private void show(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        if (record.topic().equals(Topics.ALERTS.name())) {
            out.println(lines.of(alerts.deserialize(record.topic(), record.value())));
        } else {
            lines.of(tellings.deserialize(record.topic(), record.value())).ifPresent(out::println);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
