package org.tocsin.gateway.request;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.core.request.RequestNote;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** The journal that gateways share: {@code news.requests}, of one partition and so of one order. */
final class LogJournal implements Journal {

    // A desk that died within a change hides what comes after it for as long as this.
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Settings settings;
    private final AvroSerdes serdes;
    private KafkaProducer<String, byte[]> producer;
    private long read = -1;

    LogJournal(Settings settings, AvroSerdes serdes) {
        this.settings = settings;
        this.serdes = serdes;
    }

    /** The book has read the log as far as this. */
    synchronized void reached(long offset) {
        read = offset;
        notifyAll();
    }

    @Override
    public void write(RequestNote note) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String topic = Topics.REQUESTS.name();
        byte[] bytes = serdes.of(Topics.REQUESTS).serializer().serialize(topic, note);
        try {
            long offset =
                    producer()
                            .send(new ProducerRecord<>(topic, note.id(), bytes))
                            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                            .offset();
            await(offset, deadline);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("could not write to " + topic, e);
        }
    }

    private synchronized void await(long offset, long deadline)
            throws InterruptedException, TimeoutException {
        while (read < offset) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException("it was not read back");
            }
            wait(left);
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(config());
        }
        return producer;
    }

    private Map<String, Object> config() {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return config;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
