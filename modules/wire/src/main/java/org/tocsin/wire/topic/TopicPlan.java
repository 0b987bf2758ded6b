package org.tocsin.wire.topic;

import java.util.List;

/** Topics that are not there yet, and where those that are differ from the table. */
public record TopicPlan(List<Topic<?>> missing, List<Difference> differences) {

    /** A property of a topic that is not as the table has it. */
    public record Difference(String topic, String property, String expected, String found) {

        @Override
        public String toString() {
            return "%s: %s is %s, expected %s".formatted(topic, property, found, expected);
        }
    }

    public TopicPlan {
        missing = List.copyOf(missing);
        differences = List.copyOf(differences);
    }
}
