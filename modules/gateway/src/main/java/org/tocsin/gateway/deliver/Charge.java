package org.tocsin.gateway.deliver;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.wire.topic.Topics;

/**
 * The partitions of deliveries, and so the subscribers, in this gateway's care. One that it takes
 * over is read from the beginning, and not acted upon before that is done.
 */
final class Charge {

    private final KafkaConsumer<String, byte[]> member;
    private final CourierClients clients;

    /** Where a partition stood when it came here. */
    private final Map<Integer, Long> unread = new HashMap<>();

    Charge(KafkaConsumer<String, byte[]> member, CourierClients clients) {
        this.member = member;
        this.clients = clients;
    }

    void takeOver(Collection<TopicPartition> assigned) {
        List<TopicPartition> ours = deliveries(assigned);
        member.seekToBeginning(ours);
        // Not the end that committed records have: what the last owner wrote last may be committed,
        // but not be marked yet.
        clients.ends(ours).forEach((at, end) -> unread.put(at.partition(), end));
    }

    void handOver(Collection<TopicPartition> lost, Backlog backlog) {
        for (TopicPartition at : deliveries(lost)) {
            backlog.forget(at.partition());
            unread.remove(at.partition());
        }
    }

    /** To be told after each reading. */
    void read() {
        unread.entrySet()
                .removeIf(
                        end -> {
                            var at = new TopicPartition(Topics.DELIVERIES.name(), end.getKey());
                            return member.position(at) >= end.getValue();
                        });
    }

    List<Integer> partitions() {
        return deliveries(member.assignment()).stream().map(TopicPartition::partition).toList();
    }

    /** Those that are read to where they stood when they came here. */
    List<Integer> known() {
        return partitions().stream().filter(partition -> !unread.containsKey(partition)).toList();
    }

    private static List<TopicPartition> deliveries(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(at -> at.topic().equals(Topics.DELIVERIES.name()))
                .toList();
    }
}
