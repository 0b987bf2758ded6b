package org.tocsin.stages.watch;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Lists in a store, an item a record: where one of hundreds changes, one is written. A key is the
 * list's owner and a number with a zero between; items stand in the order of their numbers.
 */
final class Rows<V> {

    private static final HexFormat DIGITS = HexFormat.of();

    private static final int NEW = -1;

    private final KeyValueStore<String, V> store;
    private final Function<V, String> identity;

    /**
     * @param identity tells an item from all others of its list, whatever else of it changes
     */
    Rows(KeyValueStore<String, V> store, Function<V, String> identity) {
        this.store = store;
        this.identity = identity;
    }

    /** A list as it is in the store; numbers rise. */
    record Kept<V>(List<V> items, List<Long> numbers) {

        static <V> Kept<V> none() {
            return new Kept<>(List.of(), List.of());
        }
    }

    Kept<V> read(String owner) {
        var items = new ArrayList<V>();
        var numbers = new ArrayList<Long>();
        try (KeyValueIterator<String, V> entries =
                store.prefixScan(owner + "\0", new StringSerializer())) {
            entries.forEachRemaining(
                    entry -> {
                        items.add(entry.value);
                        numbers.add(number(owner, entry.key));
                    });
        }
        return new Kept<>(List.copyOf(items), numbers);
    }

    /** Writes what of these is not as it was kept before. */
    Kept<V> write(String owner, Kept<V> before, List<V> items) {
        var numbers = new ArrayList<Long>(items.size());
        long free = before.numbers.isEmpty() ? 0 : last(before.numbers) + 1;
        int next = 0;
        int found = 0;
        for (V item : items) {
            // What comes after a new one is numbered anew as well: numbers rise.
            found = found == NEW ? NEW : find(item, before.items, next);
            if (found == NEW) {
                numbers.add(free);
                store.put(key(owner, free++), item);
                continue;
            }
            delete(owner, before.numbers.subList(next, found));
            numbers.add(before.numbers.get(found));
            if (before.items.get(found) != item) {
                store.put(key(owner, before.numbers.get(found)), item);
            }
            next = found + 1;
        }
        delete(owner, before.numbers.subList(next, before.numbers.size()));
        return new Kept<>(items, numbers);
    }

    void delete(String owner, Kept<V> kept) {
        delete(owner, kept.numbers);
    }

    private void delete(String owner, List<Long> numbers) {
        numbers.forEach(number -> store.delete(key(owner, number)));
    }

    private int find(V item, List<V> among, int from) {
        for (int i = from; i < among.size(); i++) {
            V other = among.get(i);
            if (other == item || identity.apply(other).equals(identity.apply(item))) {
                return i;
            }
        }
        return NEW;
    }

    private static long last(List<Long> numbers) {
        return numbers.get(numbers.size() - 1);
    }

    private static long number(String owner, String key) {
        return HexFormat.fromHexDigitsToLong(key, owner.length() + 1, key.length());
    }

    private static String key(String owner, long number) {
        return owner + "\0" + DIGITS.toHexDigits(number);
    }
}
