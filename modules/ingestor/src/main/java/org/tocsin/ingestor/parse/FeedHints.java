package org.tocsin.ingestor.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;

/**
 * What a feed says of itself to those who poll it. {@code pause} is how long it need not be asked
 * again ({@code ttl}, {@code sy:updatePeriod}), {@code skipHours} and {@code skipDays} are UTC's in
 * which it does not change, {@code hub} and {@code self} are its WebSub links; null or empty where
 * it says nothing.
 */
public record FeedHints(
        Duration pause, Set<Integer> skipHours, Set<DayOfWeek> skipDays, String hub, String self) {

    public static final FeedHints NONE = new FeedHints(null, Set.of(), Set.of(), null, null);

    public FeedHints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}
