package org.tocsin.ingestor.polite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.fetch.Purpose;

/**
 * What each site's robots.txt says, asked again when it is no longer fresh: after a day at most.
 * Safe for many threads; a site is asked by one of them while the others wait for the answer.
 */
final class RobotsCache {

    private static final Duration SHORTEST_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    /** A site whose robots.txt cannot be read is left alone for so long. */
    private static final Duration UNREACHABLE = Duration.ofMinutes(10);

    private static final int MOST_SITES = 20_000;
    private static final int MOST_CHARACTERS = 8_000_000;

    /**
     * What was found. {@code failed} is why nothing was, else null; {@code etag} and {@code
     * modified} are for asking again.
     */
    record Found(RobotsTxt robots, Failed failed, Instant until, String etag, String modified) {

        static final Found NOTHING = new Found(null, null, Instant.MIN, null, null);

        int weight() {
            return robots == null ? 0 : robots.weight();
        }
    }

    /** {@code found} is guarded by the site, {@code weight} by the cache. */
    private static final class Site {
        private Found found = Found.NOTHING;
        private int weight;
    }

    /** Asks the host of that place. */
    interface Source {
        FetchOutcome fetch(Place place, FetchRequest request);
    }

    private final Source source;
    private final Clock clock;
    private final Map<String, Site> sites = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    RobotsCache(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** What holds for that place now. */
    Found of(Place place) {
        Site site = site(place);
        synchronized (site) {
            Found was = site.found;
            if (!clock.instant().isBefore(was.until())) {
                site.found = ask(place, was);
                weigh(place, site, site.found.weight());
            }
            return site.found;
        }
    }

    private synchronized Site site(Place place) {
        return sites.computeIfAbsent(place.origin(), origin -> new Site());
    }

    private synchronized void weigh(Place place, Site site, int weight) {
        if (sites.get(place.origin()) != site) {
            return;
        }
        characters += weight - site.weight;
        site.weight = weight;
        // Those that were not asked about for longest go; being asked about, this one is last.
        Iterator<Site> oldest = sites.values().iterator();
        while (sites.size() > 1 && (characters > MOST_CHARACTERS || sites.size() > MOST_SITES)) {
            characters -= oldest.next().weight;
            oldest.remove();
        }
    }

    private Found ask(Place place, Found was) {
        String url = place.robots();
        var request = new FetchRequest(Purpose.ROBOTS, url, was.etag(), was.modified(), null);
        FetchOutcome outcome = source.fetch(place, request);
        Instant now = clock.instant();
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            RobotsTxt robots = RobotsReader.read(fetched.body());
            return found(robots, fetched.headers(), was, now);
        }
        if (outcome instanceof FetchOutcome.NotModified same && was.robots() != null) {
            return found(was.robots(), same.headers(), was, now);
        }
        return outcome instanceof Failed failed && !isNone(failed)
                ? unreachable(failed, was, now)
                : found(RobotsTxt.ALLOWS_ALL, FetchOutcome.Headers.NONE, Found.NOTHING, now);
    }

    private static Found found(
            RobotsTxt robots, FetchOutcome.Headers headers, Found was, Instant now) {
        Duration life = headers.freshFor() == null ? LONGEST_LIFE : headers.freshFor();
        Duration atLeast = life.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : life;
        Duration bounded = atLeast.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : atLeast;
        String etag = headers.etag() != null ? headers.etag() : was.etag();
        String modified = headers.lastModified() != null ? headers.lastModified() : was.modified();
        return new Found(robots, null, now.plus(bounded), etag, modified);
    }

    /** What was known stays in force; where nothing was, the site is left alone. */
    private static Found unreachable(Failed failed, Found was, Instant now) {
        Failed why = was.robots() == null ? failed : null;
        return new Found(was.robots(), why, now.plus(UNREACHABLE), was.etag(), was.modified());
    }

    /** RFC 9309, 2.3.1.3: a site that has none, or hides it, asks for nothing. 429 is too busy. */
    private static boolean isNone(Failed failed) {
        boolean busy = failed.status() == Courtesy.TOO_MANY_REQUESTS;
        boolean redirects = failed.cause() == Cause.REDIRECT;
        return failed.status() >= 400 && failed.status() < 500 && !busy || redirects;
    }
}
