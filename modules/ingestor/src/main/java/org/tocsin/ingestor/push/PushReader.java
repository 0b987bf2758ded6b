package org.tocsin.ingestor.push;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.feed.Pushed;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * What hubs told of the feeds of our partitions, from where their last owner left off. Belongs to
 * one thread.
 *
 * <p>A position is committed when everything before it is done, so nothing is lost with its owner;
 * what is read twice is known by the ids of its articles.
 */
final class PushReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PushReader.class);

    private static final Duration PARTING = Duration.ofMillis(500);

    /** What was told, and where it was read. */
    record Item(TopicPartition partition, long offset, Pushed pushed) {}

    /** A partition's notes that are not done yet, and the position after the last one read. */
    private static final class Progress {
        private final TreeSet<Long> open = new TreeSet<>();
        private long read = -1;
        private long committed = -1;

        long position() {
            return open.isEmpty() ? read : open.first();
        }
    }

    private final Consumer<String, byte[]> pushes;
    private final Deserializer<Pushed> notes;
    private final Map<TopicPartition, Progress> progress = new HashMap<>();

    /** {@code pushes} has a group for its positions, which gives out no partitions. */
    PushReader(Consumer<String, byte[]> pushes, AvroSerdes serdes) {
        this.pushes = pushes;
        this.notes = serdes.of(Topics.PUSHES).deserializer();
    }

    /** What is new, in the order of each partition; does not wait for it. */
    List<Item> poll() {
        var items = new ArrayList<Item>();
        if (!progress.isEmpty()) {
            ConsumerRecords<String, byte[]> found = pushes.poll(Duration.ZERO);
            found.partitions().forEach(at -> take(at, found.records(at), items));
        }
        return items;
    }

    /** Lets go of the partitions that are not ours any more, and begins with those that are new. */
    void follow(Set<Integer> ours) {
        List<TopicPartition> wanted =
                ours.stream().map(n -> new TopicPartition(Topics.PUSHES.name(), n)).toList();
        if (!progress.keySet().equals(Set.copyOf(wanted))) {
            commit();
            progress.keySet().retainAll(wanted);
            wanted.forEach(partition -> progress.computeIfAbsent(partition, p -> new Progress()));
            pushes.assign(wanted);
        }
    }

    private void take(
            TopicPartition at, List<ConsumerRecord<String, byte[]>> found, List<Item> items) {
        Progress of = progress.get(at);
        for (ConsumerRecord<String, byte[]> note : found) {
            try {
                Pushed pushed = notes.deserialize(note.topic(), note.value());
                if (pushed != null) {
                    of.open.add(note.offset());
                    items.add(new Item(at, note.offset(), pushed));
                }
            } catch (RetriableException e) {
                // Only the registry is missing; from here on we come back.
                LOG.warn("cannot read {} yet: {}", at, e.toString());
                pushes.seek(at, note.offset());
                return;
            } catch (RuntimeException e) {
                LOG.warn("passing over {}@{}: {}", at, note.offset(), e.toString());
            }
            of.read = note.offset() + 1;
        }
    }

    /** Whether this is still ours to deal with. */
    boolean isOurs(Item item) {
        Progress of = progress.get(item.partition());
        return of != null && of.open.contains(item.offset());
    }

    /** Dealt with, for good. */
    void done(Item item) {
        Progress of = progress.get(item.partition());
        if (of != null) {
            of.open.remove(item.offset());
        }
    }

    /** Lets the next owner begin where we are; does not wait for it. */
    void commit() {
        var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
        progress.forEach(
                (partition, of) -> {
                    if (of.position() > of.committed) {
                        of.committed = of.position();
                        positions.put(partition, new OffsetAndMetadata(of.committed));
                    }
                });
        if (!positions.isEmpty()) {
            pushes.commitAsync(positions, (of, failure) -> {});
        }
    }

    @Override
    public void close() {
        pushes.close(CloseOptions.timeout(PARTING));
    }
}
