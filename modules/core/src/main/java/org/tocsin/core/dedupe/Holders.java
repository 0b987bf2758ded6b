package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * The articles that hold one fingerprint or term: how many do, and the handles of the latest of
 * them in order of arrival, at most {@link Archive#HOLDERS_KEPT}.
 */
public record Holders(int count, long[] latest) {

    public static final Holders NONE = new Holders(0, new long[0]);

    public Holders with(long handle) {
        int kept = Math.min(latest.length, Archive.HOLDERS_KEPT - 1);
        long[] longer = Arrays.copyOfRange(latest, latest.length - kept, latest.length + 1);
        longer[kept] = handle;
        return new Holders(count + 1, longer);
    }

    public Holders without(long handle) {
        long[] rest = Arrays.stream(latest).filter(other -> other != handle).toArray();
        return new Holders(Math.max(count - 1, rest.length), rest);
    }

    public boolean isEmpty() {
        return count == 0;
    }
}
