package org.tocsin.core.watch.thread;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.tocsin.core.watch.Watchlist;

/** The line of a digest: how many were held back on which day, and the first of them. */
final class DigestHeadline {

    private static final int SHOWN = 5;

    private DigestHeadline() {}

    static String of(Watchlist watchlist, BudgetState state) {
        List<String> headlines =
                state.named().stream().map(BudgetState.Held::headline).distinct().toList();
        String first = headlines.stream().limit(SHOWN).collect(Collectors.joining("; "));
        int more = headlines.size() - SHOWN;
        return "%d %s beyond the budget of %d on %s: %s%s"
                .formatted(
                        state.held(),
                        state.held() == 1 ? "alert" : "alerts",
                        watchlist.budget(),
                        LocalDate.ofEpochDay(state.day()),
                        first,
                        more > 0 ? "; and more" : "");
    }
}
