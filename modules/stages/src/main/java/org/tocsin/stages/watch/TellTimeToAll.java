package org.tocsin.stages.watch;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Hits go where their watchlist is; the time goes everywhere (KIP-837). */
final class TellTimeToAll implements StreamPartitioner<String, Queued> {

    @Override
    public Optional<Set<Integer>> partitions(
            String topic, String watchlist, Queued queued, int partitions) {
        // Empty leaves the choice to Kafka's own partitioner, by the key.
        return queued.isForAll()
                ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }
}
