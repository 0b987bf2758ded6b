package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link Deduper} remembers of the articles that came before.
 *
 * <p>Its clock is the latest {@code fetched} it was shown, by {@link #LEAP} a time; what was put in
 * longer ago than its kind is kept is gone at the start of the next {@link #ROUND}, never sooner.
 * Two implementations exist, in memory and over Kafka's state stores, and must answer alike: what
 * is decided follows from them alone.
 */
public interface Archive {

    /** Feeds list an item for weeks; an item forgotten sooner would come back as news. */
    Duration ITEMS_KEPT = Duration.ofDays(30);

    /** Wire copy is reprinted within hours, weeklies take some days. */
    Duration ARTICLES_KEPT = Duration.ofDays(7);

    /** Forgetting is done in rounds, so that most articles do not pay for it. */
    Duration ROUND = Duration.ofHours(1);

    /**
     * One article moves the clock no further: were it believed when its own clock lies, all that is
     * remembered would be forgotten, and nothing ever again. Where news really were away for days,
     * a few articles catch up.
     */
    Duration LEAP = Duration.ofDays(1);

    /** How many of the latest holders of a fingerprint or term are remembered. */
    int HOLDERS_KEPT = 48;

    /** True where the clock passes from one round into another. */
    static boolean startsRound(Instant before, Instant now) {
        long round = ROUND.toMillis();
        return Math.floorDiv(before.toEpochMilli(), round)
                != Math.floorDiv(now.toEpochMilli(), round);
    }

    /** What the clock says after an article of a later time. */
    static Instant follow(Instant clock, Instant fetched) {
        Instant most = clock.plus(LEAP);
        return clock.equals(Instant.EPOCH) || fetched.isBefore(most) ? fetched : most;
    }

    /** Moves the clock forward, forgets what is due, and answers the clock; never moves it back. */
    Instant advanceTo(Instant fetched);

    /** The earliest instant ever given for that feed, this one included. */
    Instant firstFetched(String feed, Instant fetched);

    Optional<Item> item(long key);

    void put(long key, Item item);

    Optional<Kept> article(long handle);

    /** Keeps the article from now on; its {@link Kept#keys()} lead to it until it is forgotten. */
    void put(Kept article);

    /** The articles that are kept, for those who look for what one is like; not to be changed. */
    Window window();

    /** The articles that hold the fingerprint or term, latest last. */
    default Holders holders(int key) {
        return window().holders(key);
    }

    Optional<Story> story(String id);

    void put(Story story);
}
