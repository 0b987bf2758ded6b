package org.tocsin.core.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What can be wrong with the fields of a watchlist, but for its rule. */
final class WatchlistCheck {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** A route is the end of a topic's name; {@code current} is a topic already. */
    private static final Pattern ROUTE = Pattern.compile("(?!current$)[a-z0-9][a-z0-9-]{0,99}");

    private static final int MOST_ORIGINS = 100;
    private static final Duration LONGEST_COOLDOWN = Duration.ofDays(30);

    private WatchlistCheck() {}

    static List<BadWatchlist.Fault> faults(Watchlist watchlist) {
        var faults = new Faults(new ArrayList<>());
        faults.addUnless(
                ID.matcher(watchlist.id()).matches(),
                "id",
                "an id is letters, digits, '.', '_' and '-', at most 100, such as baltic-cables");
        faults.addUnless(
                Scope.parse(watchlist.within()).isPresent(),
                "within",
                "expected sentence, article, story or an ISO 8601 duration of at most 30 days such"
                        + " as PT6H or P2D, found '"
                        + watchlist.within()
                        + "'");
        faults.addUnless(
                watchlist.origins() >= 1 && watchlist.origins() <= MOST_ORIGINS,
                "origins",
                "expected a number from 1 to " + MOST_ORIGINS + ", found " + watchlist.origins());
        faults.addUnless(
                !watchlist.cooldown().isNegative()
                        && watchlist.cooldown().compareTo(LONGEST_COOLDOWN) <= 0,
                "cooldown",
                "expected an ISO 8601 duration from PT0S to P30D");
        faults.addUnless(
                watchlist.route() == null || ROUTE.matcher(watchlist.route()).matches(),
                "route",
                "a route is lower-case letters, digits and '-', at most 100, and not 'current'");
        return faults.found();
    }

    private record Faults(List<BadWatchlist.Fault> found) {
        void addUnless(boolean right, String field, String message) {
            if (!right) {
                found.add(new BadWatchlist.Fault(field, 0, message));
            }
        }
    }
}
