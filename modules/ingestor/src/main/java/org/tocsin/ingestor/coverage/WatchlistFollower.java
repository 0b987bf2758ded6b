package org.tocsin.ingestor.coverage;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.watch.SourceWatch;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * Keeps a {@link SourceWatch} in step with {@code news.watchlists}, on a thread of its own: it is
 * small, and whoever reads feeds must not wait for it. While Kafka or the registry is away, what
 * was known stays known.
 */
public final class WatchlistFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchlistFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Deserializer<Watchlist> reader;
    private final SourceWatch watch;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "ingestor-watchlists");
    private volatile boolean ready;
    private volatile Consumer<String, byte[]> open;

    /**
     * @param consumers without a group; each is closed here
     */
    public WatchlistFollower(
            Supplier<Consumer<String, byte[]>> consumers, AvroSerdes serdes, SourceWatch watch) {
        this.consumers = consumers;
        this.reader = serdes.of(Topics.WATCHLISTS).deserializer();
        this.watch = watch;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether all that stood on the topic at the start is known. */
    public boolean isReady() {
        return ready;
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                attempt();
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("interrupted while closing", e);
        }
    }

    private void attempt() throws InterruptedException {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            open = consumer;
            follow(consumer);
        } catch (WakeupException e) {
            LOG.debug("woken to close", e);
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("cannot read the watchlists, trying again: {}", e.toString());
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all =
                consumer.partitionsFor(Topics.WATCHLISTS.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> unread = new HashMap<>(consumer.endOffsets(all));
        while (stopping.getCount() > 0) {
            unread.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            ready |= unread.isEmpty();
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> found) {
        try {
            watch.put(
                    found.key(),
                    found.value() == null
                            ? null
                            : reader.deserialize(found.topic(), found.value()));
        } catch (RetriableException e) {
            // Only the registry is missing: all is read again when it is back.
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("passing over watchlist {}, which cannot be read: {}", found.key(), e);
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        Consumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
