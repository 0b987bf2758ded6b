package org.tocsin.core.watch;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.query.BadQuery;
import org.tocsin.core.watch.query.Query;
import org.tocsin.core.watch.query.QueryParser;
import org.tocsin.core.watch.query.Remarks;
import org.tocsin.core.watch.rate.Rate;

/**
 * What makes sense in a watchlist and may yet not be what was meant. It is said when a watchlist is
 * saved or checked, and never keeps it from being saved.
 */
public final class WatchlistWarnings {

    private final Watchlist watchlist;
    private final List<BadWatchlist.Fault> warnings = new ArrayList<>();

    private WatchlistWarnings(Watchlist watchlist) {
        this.watchlist = watchlist;
    }

    /** Those of its rule first, in the order of the text; none for a watchlist that is refused. */
    public static List<BadWatchlist.Fault> of(Watchlist watchlist, Lexicon lexicon) {
        var about = new WatchlistWarnings(watchlist);
        Scope scope = Scope.parse(watchlist.within()).orElse(null);
        if (scope == null) {
            return List.of();
        }
        try {
            for (Remarks.Remark remark : Remarks.on(watchlist.when(), lexicon, scope.reach())) {
                about.add("when", remark.offset(), remark.message());
            }
            about.lookAtOrigins(QueryParser.parse(watchlist.when(), lexicon, scope.reach()), scope);
        } catch (BadQuery e) {
            return List.of();
        }
        about.lookAtSilence();
        about.lookAtRate();
        return about.warnings;
    }

    private void add(String field, int offset, String message) {
        warnings.add(new BadWatchlist.Fault(field, offset, message));
    }

    private void lookAtOrigins(Query query, Scope scope) {
        if (watchlist.origins() > 1 && scope.isOneArticle()) {
            Remarks.onlySource(query)
                    .ifPresent(
                            source ->
                                    add(
                                            "origins",
                                            0,
                                            "only '%s' can answer, so there are %d origins only where it reprints others"
                                                    .formatted(source, watchlist.origins())));
        }
    }

    private void lookAtSilence() {
        if (watchlist.severity() == Severity.CRITICAL) {
            if (watchlist.quiet() != null) {
                add("quiet", 0, "what is critical rings in quiet hours as well");
            }
            if (watchlist.budget() != null) {
                add("budget", 0, "what is critical rings beyond the budget as well");
            }
        }
        if (watchlist.isWatching() && watchlist.route() != null) {
            add("route", 0, "nothing goes there as long as it is watching");
        }
    }

    private void lookAtRate() {
        Rate rate = watchlist.rate() == null ? null : Rate.parse(watchlist.rate()).orElse(null);
        if (rate != null && rate.floor() < watchlist.origins()) {
            add(
                    "rate",
                    0,
                    "%d tellings are the floor, but it takes %d for so many origins"
                            .formatted(rate.floor(), watchlist.origins()));
        }
    }
}
