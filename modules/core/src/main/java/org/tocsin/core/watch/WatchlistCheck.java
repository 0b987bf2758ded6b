package org.tocsin.core.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tocsin.core.watch.hush.QuietHours;
import org.tocsin.core.watch.rate.Rate;

/** What can be wrong with the fields of a watchlist, but for its rule. */
final class WatchlistCheck {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /**
     * A route is the end of a topic's name; {@code current} and {@code watching} are topics
     * already.
     */
    private static final Pattern ROUTE =
            Pattern.compile("(?!(?:current|watching)$)[a-z0-9][a-z0-9-]{0,99}");

    private static final int MOST_ORIGINS = 100;
    private static final int MOST_A_DAY = 10_000;
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
                        + "'"
                        + Scope.hint(watchlist.within()));
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
                "a route is lower-case letters, digits and '-', at most 100, and not 'current' or 'watching'");
        faults.addUnless(
                watchlist.quiet() == null || QuietHours.parse(watchlist.quiet()).isPresent(),
                "quiet",
                "expected hours and the zone whose clocks they go by, such as"
                        + " 22:00-06:00 Europe/Berlin, found '"
                        + watchlist.quiet()
                        + "'");
        faults.addUnless(
                watchlist.budget() == null
                        || (watchlist.budget() >= 1 && watchlist.budget() <= MOST_A_DAY),
                "budget",
                "expected a number of alerts a day from 1 to "
                        + MOST_A_DAY
                        + ", found "
                        + watchlist.budget());
        faults.addUnless(
                watchlist.rate() == null || Rate.parse(watchlist.rate()).isPresent(),
                "rate",
                "expected " + Rate.FORM + ", found '" + watchlist.rate() + "'");
        faults.addUnless(
                watchlist.rate() == null
                        || Scope.parse(watchlist.within()).map(Scope::isOneArticle).orElse(true),
                "rate",
                "a rate counts tellings that answer alone; write within: sentence or article, and"
                        + " the span as in 5x in PT6H over P7D");
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
