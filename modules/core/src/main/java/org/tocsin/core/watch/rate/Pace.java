package org.tocsin.core.watch.rate;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How often something is told of at one time.
 *
 * @param count how many tellings the span has
 * @param usual how many a span has on average, to two places
 * @param asked how many it would have to have
 * @param known whether enough was heard to say what is usual
 */
public record Pace(int count, double usual, int asked, boolean known) {

    /** Whether this is what was asked for. */
    @JsonIgnore
    public boolean isReached() {
        return known && count >= asked;
    }

    /** Whether it is as much again. */
    @JsonIgnore
    public boolean isDoubled() {
        return known && count >= 2L * asked;
    }
}
