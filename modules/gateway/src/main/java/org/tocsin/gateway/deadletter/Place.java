package org.tocsin.gateway.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.wire.topic.Topics;

/** Where a dead letter lies, written PARTITION:OFFSET; with a hyphen where it stands in a path. */
public record Place(int partition, long offset) implements Comparable<Place> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})[:-](\\d{1,18})");

    /** The place that either form names; empty for anything else. */
    public static Optional<Place> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new Place(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    TopicPartition topicPartition() {
        return new TopicPartition(Topics.DEAD_LETTERS.name(), partition);
    }

    /** As it stands in paths and in JSON. */
    public String id() {
        return partition + "-" + offset;
    }

    @Override
    public int compareTo(Place other) {
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
