package org.tocsin.gateway.pipeline;

import java.time.Duration;
import java.util.List;

/** How long the last {@code count} of something took: of a hundred, 50, 90 and 99 at most that. */
public record Spread(
        int count, Duration median, Duration ninety, Duration ninetyNine, List<Bar> bars) {

    public Spread {
        bars = List.copyOf(bars);
    }

    /** How many took less than that, and not less than the bar before; null for no bound. */
    public record Bar(Duration below, int count) {}
}
