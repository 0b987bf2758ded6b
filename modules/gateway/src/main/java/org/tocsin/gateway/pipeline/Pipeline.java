package org.tocsin.gateway.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the stages stood at that time; {@code trouble} says in words why that could not be found out,
 * null where it could.
 */
public record Pipeline(Instant at, String trouble, List<Stage> stages) {

    public Pipeline {
        stages = List.copyOf(stages);
    }

    /** Before anybody looked. */
    static Pipeline unknown(Instant at) {
        return new Pipeline(at, "nobody looked yet", List.of());
    }

    /** What a stage's consumer group does. */
    public enum State {
        RUNNING,
        REBALANCING,
        /** Nobody runs it. */
        STOPPED
    }

    /**
     * One consumer group. {@code lag} is how many records it is behind, null for one that commits
     * nothing; {@code behind} is that as time; {@code arriving} and {@code done} are records a
     * second over the last minute. What is not known yet is null.
     */
    public record Stage(
            String stage,
            String group,
            State state,
            List<Instance> instances,
            Long lag,
            Behind behind,
            Double arriving,
            Double done,
            List<Partition> partitions) {

        public Stage {
            instances = List.copyOf(instances);
            partitions = List.copyOf(partitions);
        }
    }

    /** A member of the group: one thread of one process. */
    public record Instance(String id, String host, int partitions) {}

    /** How far back in time; {@code orMore} where it was so already when we first looked. */
    public record Behind(Duration time, boolean orMore) {

        static final Behind NOTHING = new Behind(Duration.ZERO, false);

        /** The greater of both; null counts for nothing known. */
        static Behind greater(Behind a, Behind b) {
            if (a == null || b == null) {
                return a == null ? b : a;
            }
            return a.time().compareTo(b.time()) >= 0 ? a : b;
        }
    }

    /**
     * A partition that the stage reads: {@code committed} is where it stands, null before its first
     * commit; {@code instance} is who has it now, null for nobody.
     */
    public record Partition(
            String topic,
            int partition,
            Long committed,
            long end,
            Long lag,
            Behind behind,
            String instance) {}
}
