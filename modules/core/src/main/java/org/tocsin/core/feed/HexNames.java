package org.tocsin.core.feed;

import java.util.AbstractList;
import java.util.HexFormat;
import java.util.List;
import java.util.RandomAccess;

/**
 * Names of sixteen hex digits, eight bytes each instead of the 56 that a string takes with its
 * object: an ingestor keeps the reports of ten thousand feeds in memory, up to 500 names in each.
 */
final class HexNames extends AbstractList<String> implements RandomAccess {

    private static final HexFormat HEX = HexFormat.of();
    private static final int LENGTH = 16;

    private final long[] names;

    private HexNames(long[] names) {
        this.names = names;
    }

    /** An unchangeable copy; packed where every name is sixteen lower-case hex digits. */
    static List<String> copyOf(List<String> names) {
        if (names instanceof HexNames) {
            return names;
        }
        if (names.isEmpty() || !names.stream().allMatch(HexNames::isName)) {
            return List.copyOf(names);
        }
        return new HexNames(names.stream().mapToLong(HexFormat::fromHexDigitsToLong).toArray());
    }

    /** By hand: a takeover reads millions of names. */
    private static boolean isName(String name) {
        return name.length() == LENGTH
                && name.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
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
