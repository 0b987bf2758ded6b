package org.tocsin.core.watch.thread;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.tocsin.core.dedupe.Telling;

/**
 * What a telling brings to a rule over a span of time, on its way to where that rule is decided; or
 * only the time that it tells, for all rules, with nothing but the {@code teller}.
 */
public record WindowHit(
        String watchlist, String question, Teller teller, Contribution contribution) {

    public static WindowHit tick(Telling telling) {
        return new WindowHit(null, null, Teller.of(telling), null);
    }

    @JsonIgnore
    public boolean isTick() {
        return watchlist == null;
    }
}
