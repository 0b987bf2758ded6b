package org.tocsin.app.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.wire.topic.Topics;

/** Where a dead letter lies, written PARTITION:OFFSET. */
public record Place(int partition, long offset) implements Comparable<Place> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}):(\\d{1,18})");

    /**
     * @throws IllegalArgumentException when the text is not PARTITION:OFFSET
     */
    public static Place parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not PARTITION:OFFSET");
        }
        return new Place(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)));
    }

    TopicPartition topicPartition() {
        return new TopicPartition(Topics.DEAD_LETTERS.name(), partition);
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
