package org.tocsin.core.watch.thread;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;

/**
 * What concerns a watchlist on its way to where all of that meets: what a telling brings to a rule
 * over a span of time; an alert of a watchlist with a budget; or only the time that it tells, for
 * all watchlists, with nothing but the {@code teller}.
 */
public record WindowHit(
        String watchlist, String question, Teller teller, Contribution contribution, Alert alert) {

    static WindowHit of(Rule rule, Teller teller, Contribution contribution) {
        return new WindowHit(rule.id(), rule.question(), teller, contribution, null);
    }

    static WindowHit of(Alert alert, Teller teller) {
        return new WindowHit(alert.watchlist(), null, teller, null, alert);
    }

    /** An alert that the telling rang. */
    public static WindowHit of(Alert alert, Telling telling) {
        return of(alert, Teller.of(telling));
    }

    public static WindowHit tick(Telling telling) {
        return new WindowHit(null, null, Teller.of(telling), null, null);
    }

    @JsonIgnore
    public boolean isTick() {
        return watchlist == null;
    }
}
