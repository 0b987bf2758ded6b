package org.tocsin.core.watch.yaml;

import java.util.List;
import org.tocsin.core.watch.Watchlist;

/**
 * What came of reading: the watchlists, none of them where there is any fault; and what was found
 * beside faults, if that was asked for ({@link org.tocsin.core.watch.WatchlistWarnings}).
 */
public record WatchlistFile(
        List<Watchlist> watchlists, List<WatchlistFault> faults, List<WatchlistFault> warnings) {

    public WatchlistFile {
        warnings = List.copyOf(warnings);
        faults = List.copyOf(faults);
        watchlists = faults.isEmpty() ? List.copyOf(watchlists) : List.of();
    }

    public boolean isRefused() {
        return !faults.isEmpty();
    }
}
