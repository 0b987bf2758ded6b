package org.tocsin.ingestor.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.core.json.ArticleJson;

/**
 * Hosts whose pages say no more than their feeds, or do not let us read them: news in brief, walls,
 * robots.txt. Several fruitless pages in a row, and the host is left alone for a day. Safe for many
 * threads; forgotten on restart, which costs a few pages.
 */
final class Barren {

    static final int ENOUGH = 4;

    private static final Duration REST = Duration.ofDays(1);
    private static final Duration TROUBLE = Duration.ofHours(1);
    private static final int MOST_HOSTS = 10_000;

    private record Record(int row, Instant until) {}

    private final Clock clock;
    private final Map<String, Record> hosts =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Record> eldest) {
                    return size() > MOST_HOSTS;
                }
            };

    Barren(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allows(String url) {
        Record known = hosts.get(host(url));
        return known == null || known.row() < ENOUGH || !clock.instant().isBefore(known.until());
    }

    synchronized void fruitful(String url) {
        hosts.remove(host(url));
    }

    /** {@code answered} where there was a page, else the host may only be in trouble. */
    synchronized void fruitless(String url, boolean answered) {
        String host = host(url);
        Record known = hosts.get(host);
        int row = known == null ? 1 : known.row() + 1;
        Instant until = clock.instant().plus(answered ? REST : TROUBLE);
        hosts.put(host, new Record(row, until));
    }

    private static String host(String url) {
        String host = ArticleJson.hostOf(url);
        return host == null ? "" : host;
    }
}
