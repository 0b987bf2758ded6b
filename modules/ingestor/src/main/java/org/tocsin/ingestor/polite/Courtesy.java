package org.tocsin.ingestor.polite;

import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;
import org.tocsin.ingestor.fetch.FetchOutcome.Fetched;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.fetch.Fetcher;
import org.tocsin.ingestor.fetch.Purpose;

/**
 * Fetches as a guest should: what robots.txt allows, at the pace that the host bears. Safe for many
 * threads. Feeds, pages and hubs of one host share its turns.
 */
public final class Courtesy {

    /** A page or a hub waits no longer for its turn; a feed waits in the schedule instead. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** A host that has enough of us for one address is left alone altogether, for so long. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    /** Where it does not say how long. */
    private static final Duration USUAL_REST = Duration.ofMinutes(1);

    static final int TOO_MANY_REQUESTS = 429;

    /** Waits for the time of the clock to pass. */
    public interface Patience {
        void wait(Duration time) throws InterruptedException;
    }

    private final Function<FetchRequest, FetchOutcome> fetch;
    private final RobotsCache robots;
    private final HostPace pace;
    private final Patience patience;

    /** The clock is one of real time. */
    public Courtesy(Fetcher fetcher, Clock clock) {
        this(fetcher::fetch, clock, time -> Thread.sleep(time.toMillis()));
    }

    /** The same over anything that fetches, and waits. */
    public Courtesy(Function<FetchRequest, FetchOutcome> fetch, Clock clock, Patience patience) {
        this.fetch = fetch;
        this.pace = new HostPace(clock);
        this.robots =
                new RobotsCache(
                        (place, request) -> {
                            pace.spend(place);
                            return fetch.apply(request);
                        },
                        clock);
        this.patience = patience;
    }

    /**
     * What the request came to. It fails with {@link Cause#ROBOTS} where the site asks us to stay
     * away and we obey, and as {@link #isBusy busy} where its turn does not come soon, or, for a
     * feed, not at once.
     */
    public FetchOutcome fetch(FetchRequest request, boolean obeyRobots) {
        try {
            Place place = Place.of(request.url());
            Failed refused = obeyRobots ? refusal(place) : null;
            if (refused != null) {
                return refused;
            }
            boolean isFeed = request.purpose() == Purpose.FEED;
            Failed busy = turn(place, isFeed ? Duration.ZERO : LONGEST_WAIT);
            return busy != null ? busy : answered(place, fetch.apply(request), obeyRobots);
        } catch (URISyntaxException e) {
            return Failed.because(Cause.ADDRESS, e.getReason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy("interrupted", Duration.ZERO);
        }
    }

    /** How long until the host of that address may be asked again; zero for at once. */
    public Duration wait(String url) {
        try {
            return pace.wait(Place.of(url));
        } catch (URISyntaxException e) {
            return Duration.ZERO;
        }
    }

    /** Whether that host, with its port where it is unusual, may be asked at once. */
    public boolean bears(String host) {
        return wait("https://" + host).isZero();
    }

    /** How many hosts' turns are being kept. */
    int hostsInMind() {
        return pace.size();
    }

    /**
     * Whether nothing was asked because the host has had its share of requests: no failure of what
     * was to be fetched. Its {@code retryAfter} says when to come back.
     */
    public static boolean isBusy(FetchOutcome outcome) {
        return outcome instanceof Failed failed
                && failed.cause() == Cause.OURS
                && failed.retryAfter() != null;
    }

    private static Failed busy(String why, Duration wait) {
        return new Failed(Cause.OURS, 0, "not asked yet: " + why, wait);
    }

    /** Why the site's robots.txt keeps us from asking; null where it does not. */
    private Failed refusal(Place place) {
        RobotsCache.Found found = robots.of(place);
        if (found.failed() != null) {
            return unreadable(place, found.failed());
        }
        pace.slow(place, found.robots().crawlDelay());
        return found.robots().allows(place.path())
                ? null
                : Failed.because(Cause.ROBOTS, "disallowed by " + place.robots());
    }

    /** A server that answers at all has a robots.txt in trouble; else it is the host's trouble. */
    private static Failed unreadable(Place place, Failed why) {
        return why.status() == 0
                ? why
                : new Failed(
                        Cause.ROBOTS,
                        why.status(),
                        place.robots() + " cannot be read: " + why.reason(),
                        why.retryAfter());
    }

    /** Waits for the host's next turn; says why not where that would take too long. */
    private Failed turn(Place place, Duration longest) throws InterruptedException {
        Optional<Duration> wait = pace.reserve(place, longest);
        if (wait.isEmpty()) {
            return busy(place.host() + " has had its share", pace.wait(place));
        }
        if (!wait.get().isZero()) {
            patience.wait(wait.get());
        }
        return null;
    }

    private FetchOutcome answered(Place place, FetchOutcome outcome, boolean obeyRobots)
            throws URISyntaxException {
        if (outcome instanceof Failed failed && failed.status() == TOO_MANY_REQUESTS) {
            Duration asked = failed.retryAfter() == null ? USUAL_REST : failed.retryAfter();
            pace.rest(place, asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked);
        }
        if (outcome instanceof Fetched fetched) {
            Place found = Place.of(fetched.url());
            if (!found.host().equals(place.host())) {
                // A redirect took the other host's time.
                pace.spend(found);
            }
            Failed refused = obeyRobots && !found.equals(place) ? refusal(found) : null;
            if (refused != null && refused.cause() == Cause.ROBOTS) {
                return refused;
            }
        }
        return outcome;
    }
}
