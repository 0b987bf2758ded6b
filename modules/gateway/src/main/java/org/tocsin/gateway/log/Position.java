package org.tocsin.gateway.log;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far somebody has read a topic: the highest offset seen of each partition. Written {@code
 * 0-41.3-7}: what SSE calls an event id. It names places in the log, not in one process, so a
 * reader may resume at any instance.
 */
public record Position(Map<Integer, Long> offsets) {

    /**
     * Before everything; written {@code start}, since an empty id makes a browser forget its own.
     */
    public static final Position START = new Position(Map.of());

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,5}-\\d{1,18}\\.)*\\d{1,5}-\\d{1,18}");

    public Position {
        offsets = Map.copyOf(offsets);
    }

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<Position> parse(String id) {
        if ("start".equals(id)) {
            return Optional.of(START);
        }
        if (id == null || !FORM.matcher(id).matches()) {
            return Optional.empty();
        }
        var offsets = new TreeMap<Integer, Long>();
        for (String part : id.split("\\.")) {
            int dash = part.indexOf('-');
            offsets.put(
                    Integer.valueOf(part.substring(0, dash)),
                    Long.valueOf(part.substring(dash + 1)));
        }
        return Optional.of(new Position(offsets));
    }

    public boolean covers(int partition, long offset) {
        return of(partition) >= offset;
    }

    public boolean covers(Position other) {
        return other.offsets.entrySet().stream()
                .allMatch(seen -> covers(seen.getKey(), seen.getValue()));
    }

    public Position plus(int partition, long offset) {
        if (covers(partition, offset)) {
            return this;
        }
        return at(partition, offset);
    }

    /** The same, but at that offset in that partition, were it further before. */
    public Position at(int partition, long offset) {
        var there = new TreeMap<>(offsets);
        there.put(partition, offset);
        return new Position(there);
    }

    /** The highest offset seen of that partition; -1 for none. */
    public long of(int partition) {
        return offsets.getOrDefault(partition, -1L);
    }

    @Override
    public String toString() {
        if (offsets.isEmpty()) {
            return "start";
        }
        return new TreeMap<>(offsets)
                .entrySet().stream()
                        .map(seen -> seen.getKey() + "-" + seen.getValue())
                        .collect(Collectors.joining("."));
    }
}
