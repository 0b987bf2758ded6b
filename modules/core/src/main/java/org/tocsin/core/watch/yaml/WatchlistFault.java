package org.tocsin.core.watch.yaml;

/**
 * Why a file of watchlists is refused. {@code line} and {@code column} count from 1, columns in
 * code points; {@code id} is the watchlist's, {@code -} where it has none that could be read.
 */
public record WatchlistFault(String file, int line, int column, String id, String message) {

    /** {@code FILE:LINE:COLUMN: id: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + id + ": " + message;
    }
}
