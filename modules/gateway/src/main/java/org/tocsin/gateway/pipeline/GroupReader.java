package org.tocsin.gateway.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;

/** What the broker knows of the consumer groups of one installation. Belongs to one thread. */
final class GroupReader implements AutoCloseable {

    private static final String PREFIX = "tocsin-";
    private static final int PATIENCE_MILLIS = 5_000;

    private final Admin admin;

    /**
     * @param kafka client properties with {@code bootstrap.servers}
     */
    GroupReader(Map<String, String> kafka) {
        var config = new HashMap<String, Object>(kafka);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.admin = Admin.create(config);
    }

    /** A group as found: null for one that nobody ever was in, and what it committed where. */
    record Group(ConsumerGroupDescription description, Map<TopicPartition, Long> committed) {

        /** Those it committed or was given. */
        Set<TopicPartition> partitions() {
            var all = new HashSet<>(committed.keySet());
            if (description != null) {
                description.members().forEach(m -> all.addAll(m.assignment().topicPartitions()));
            }
            return all;
        }
    }

    /** By stage, those of the contract in the order of the news, then all others by name. */
    Map<String, Group> groups(List<String> known) {
        var stages = new TreeSet<String>();
        for (var listing : get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())) {
            if (listing.groupId().startsWith(PREFIX)) {
                stages.add(listing.groupId().substring(PREFIX.length()));
            }
        }
        var ordered = new ArrayList<>(known);
        stages.stream().filter(stage -> !known.contains(stage)).forEach(ordered::add);
        return read(ordered);
    }

    private Map<String, Group> read(List<String> stages) {
        List<String> ids = stages.stream().map(GroupReader::id).toList();
        var described = admin.describeConsumerGroups(ids).describedGroups();
        var specs = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        ids.forEach(id -> specs.put(id, new ListConsumerGroupOffsetsSpec()));
        var offsets = admin.listConsumerGroupOffsets(specs);
        var groups = new LinkedHashMap<String, Group>();
        for (String stage : stages) {
            String id = id(stage);
            groups.put(
                    stage,
                    new Group(
                            orNull(described.get(id)),
                            committed(orNull(offsets.partitionsToOffsetAndMetadata(id)))));
        }
        return groups;
    }

    static String id(String stage) {
        return PREFIX + stage;
    }

    private static Map<TopicPartition, Long> committed(
            Map<TopicPartition, OffsetAndMetadata> found) {
        var committed = new HashMap<TopicPartition, Long>();
        if (found != null) {
            found.forEach(
                    (partition, at) -> {
                        if (at != null) {
                            committed.put(partition, at.offset());
                        }
                    });
        }
        return committed;
    }

    /** Where each ends for those who read what is committed. */
    Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** The first record that each still has. */
    Map<TopicPartition, Long> begins(Set<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** One by one: a topic that was deleted must not hide the others. */
    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which) {
        var wanted =
                partitions.stream().collect(Collectors.toMap(partition -> partition, p -> which));
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        var found = admin.listOffsets(wanted, options);
        var offsets = new HashMap<TopicPartition, Long>();
        for (TopicPartition partition : partitions) {
            try {
                offsets.put(partition, found.partitionResult(partition).get().offset());
            } catch (ExecutionException e) {
                // Not counted, as if the group did not read it.
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        return offsets;
    }

    private static <T> T orNull(KafkaFuture<T> answer) {
        try {
            return get(answer);
        } catch (GroupIdNotFoundException e) {
            return null;
        }
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka
                    ? kafka
                    : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
