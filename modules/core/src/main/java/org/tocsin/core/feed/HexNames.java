package org.tocsin.core.feed;

import java.util.AbstractList;
import java.util.HexFormat;
import java.util.List;
import java.util.RandomAccess;
import java.util.regex.Pattern;

/**
 * Names of sixteen hex digits, eight bytes each instead of the 56 that a string takes with its
 * object: an ingestor keeps the reports of ten thousand feeds in memory, up to 500 names in each.
 */
final class HexNames extends AbstractList<String> implements RandomAccess {

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16}");

    private final long[] names;

    private HexNames(long[] names) {
        this.names = names;
    }

    /** An unchangeable copy; packed where every name is sixteen lower-case hex digits. */
    static List<String> copyOf(List<String> names) {
        if (names instanceof HexNames) {
            return names;
        }
        if (names.isEmpty() || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            return List.copyOf(names);
        }
        return new HexNames(names.stream().mapToLong(HexFormat::fromHexDigitsToLong).toArray());
    }

    @Override
    public String get(int index) {
        return HEX.toHexDigits(names[index]);
    }

    @Override
    public int size() {
        return names.length;
    }
}
