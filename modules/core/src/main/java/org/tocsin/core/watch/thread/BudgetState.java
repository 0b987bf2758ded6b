package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;

/**
 * How a watchlist stands to its budget.
 *
 * @param day the day of the news that was reached, counted from 1970 in UTC
 * @param rung how many alerts of that day count
 * @param held how many were held back, {@code named} the first of them
 * @param digests how many digests it has rung
 */
public record BudgetState(
        String watchlist, long day, int rung, int held, List<Held> named, int digests) {

    private static final int MOST_NAMED = 50;

    /** An alert that was held back, by what its digest says of it. */
    public record Held(String thread, String trigger, String headline, Evidence evidence) {}

    public BudgetState {
        named = List.copyOf(named);
    }

    static BudgetState begun(String watchlist, long day) {
        return new BudgetState(watchlist, day, 0, 0, List.of(), 0);
    }

    BudgetState withOneRung() {
        return new BudgetState(watchlist, day, rung + 1, held, named, digests);
    }

    BudgetState withHeld(Alert alert) {
        var all = new ArrayList<>(named);
        if (all.size() < MOST_NAMED) {
            Evidence first = alert.evidence().isEmpty() ? null : alert.evidence().get(0);
            all.add(new Held(alert.thread(), latest(alert), alert.headline(), first));
        }
        return new BudgetState(watchlist, day, rung, held + 1, all, digests);
    }

    /** What quiet hours held back is rung by an article that need not belong to it. */
    private static String latest(Alert alert) {
        List<String> articles = alert.articles();
        return articles.contains(alert.trigger())
                ? alert.trigger()
                : articles.get(articles.size() - 1);
    }

    /** A later day, with the digest of this one rung if there was anything to say. */
    BudgetState on(long later) {
        return new BudgetState(watchlist, later, 0, 0, List.of(), digests + (held > 0 ? 1 : 0));
    }
}
