package org.tocsin.core.watch.query;

import java.util.List;

/**
 * A rule that is refused, with what was expected, for people. {@code offset} counts UTF-16 units
 * within the rule's text.
 */
public final class BadQuery extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final transient List<BadQuery> faults;

    BadQuery(int offset, String message) {
        super(message);
        this.offset = offset;
        this.faults = List.of(this);
    }

    /** Of all that is wrong, at least one fault from left to right, the first speaks. */
    BadQuery(List<BadQuery> faults) {
        super(faults.get(0).getMessage());
        this.offset = faults.get(0).offset;
        this.faults = List.copyOf(faults);
    }

    public int offset() {
        return offset;
    }

    /** All that could be found without guessing, from left to right. */
    public List<BadQuery> faults() {
        return faults;
    }
}
