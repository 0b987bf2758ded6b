package org.tocsin.stages;

import org.apache.kafka.streams.StreamsBuilder;

/**
 * One step of the pipeline: reads topics, writes topics, knows no other step.
 *
 * <p>A stage is the same code whether it runs alone in a process, beside the others in one JVM, or
 * in a test without Kafka. Its name is its consumer group ({@code tocsin-<name>}), so renaming a
 * stage makes it read everything again.
 */
public interface Stage {

    /** Kebab-case, such as {@code dedupe}. */
    String name();

    /** Adds this stage's topology; the builder refuses an operator or store without a name. */
    void addTo(StreamsBuilder builder);
}
