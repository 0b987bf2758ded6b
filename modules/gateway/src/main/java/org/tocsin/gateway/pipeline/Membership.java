package org.tocsin.gateway.pipeline;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.gateway.pipeline.Pipeline.Instance;
import org.tocsin.gateway.pipeline.Pipeline.State;

/** Who runs a stage, as its consumer group says; null where there is none. */
record Membership(ConsumerGroupDescription group) {

    State state() {
        GroupState state = group == null ? GroupState.DEAD : group.groupState();
        return switch (state) {
            case STABLE -> State.RUNNING;
            case EMPTY, DEAD, UNKNOWN, NOT_READY -> State.STOPPED;
            case PREPARING_REBALANCE, COMPLETING_REBALANCE, ASSIGNING, RECONCILING ->
                    State.REBALANCING;
        };
    }

    List<Instance> instances() {
        return members()
                .map(
                        member ->
                                new Instance(
                                        id(member),
                                        member.host().replaceFirst("^/", ""),
                                        member.assignment().topicPartitions().size()))
                .sorted(Comparator.comparing(Instance::id))
                .toList();
    }

    /** Who has each partition now. */
    Map<TopicPartition, String> holders() {
        var holders = new HashMap<TopicPartition, String>();
        members()
                .forEach(
                        member ->
                                member.assignment()
                                        .topicPartitions()
                                        .forEach(at -> holders.put(at, id(member))));
        return holders;
    }

    private Stream<MemberDescription> members() {
        return group == null ? Stream.empty() : group.members().stream();
    }

    /** The name it comes back under, where it has one. */
    private static String id(MemberDescription member) {
        return member.groupInstanceId().orElse(member.clientId());
    }
}
