package org.tocsin.ingestor.push;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.feed.Pushed;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * Writes what hubs told to {@code news.pushes}, keyed by feed, so that the feed's owner reads it.
 * Safe for many threads. Nobody waits: a thread of its own takes what comes, as much as is bearable
 * while Kafka or the registry is away.
 */
final class PushLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PushLog.class);

    private static final int MOST_WAITING = 64;

    private final Supplier<Producer<String, byte[]>> producers;
    private final Serializer<Pushed> notes;
    private final ThreadPoolExecutor writer =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_WAITING),
                    work -> {
                        var thread = new Thread(work, "push-log");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Opened with the first note, since Kafka may be away when we start. Belongs to the writer. */
    private Producer<String, byte[]> producer;

    PushLog(Supplier<Producer<String, byte[]>> producers, AvroSerdes serdes) {
        this.producers = producers;
        this.notes = serdes.of(Topics.PUSHES).serializer();
    }

    /** Tells {@code whenDone}, once and from another thread, whether the note is safe. */
    void write(Pushed note, Consumer<Boolean> whenDone) {
        try {
            writer.execute(() -> send(note, whenDone));
        } catch (RejectedExecutionException e) {
            whenDone.accept(false);
        }
    }

    private void send(Pushed note, Consumer<Boolean> whenDone) {
        try {
            if (producer == null) {
                producer = producers.get();
            }
            String topic = Topics.PUSHES.name();
            byte[] value = notes.serialize(topic, note);
            // Dated by itself: what is kept for a day is kept so by real time, whatever our clock.
            producer.send(
                    new ProducerRecord<>(topic, note.feed(), value),
                    (written, failure) -> done(failure, whenDone));
        } catch (RuntimeException e) {
            done(e, whenDone);
        }
    }

    private static void done(Exception failure, Consumer<Boolean> whenDone) {
        if (failure != null) {
            LOG.warn("what a hub told could not be written: {}", failure.toString());
        }
        whenDone.accept(failure == null);
    }

    /** What a hub heard no answer about it will tell again. */
    @Override
    public void close() {
        writer.shutdownNow();
        try {
            writer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
