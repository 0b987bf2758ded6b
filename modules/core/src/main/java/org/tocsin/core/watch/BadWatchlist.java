package org.tocsin.core.watch;

import java.util.List;
import java.util.stream.Collectors;

/** A watchlist that is refused, with all that is wrong with it. */
public final class BadWatchlist extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with a field. {@code offset} counts UTF-16 units within the field's text and is
     * 0 where the field as a whole is wrong; {@code message} is for people.
     */
    public record Fault(String field, int offset, String message) {}

    private final transient List<Fault> faults;

    BadWatchlist(List<Fault> faults) {
        super(faults.stream().map(Fault::message).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
