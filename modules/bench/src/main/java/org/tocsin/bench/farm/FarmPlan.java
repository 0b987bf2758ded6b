package org.tocsin.bench.farm;

import java.time.Instant;

/**
 * What the farm's feeds show when. {@code start} is when the first items after the backlog are due;
 * {@code port} is where all virtual hosts listen.
 */
public record FarmPlan(int feeds, int port, Instant start) {

    /** Items that are there from the beginning. */
    static final int BACKLOG = 10;

    private static final int FEEDS_A_HOST = 4;
    private static final int WINDOW = 20;
    private static final int BURST = 5;

    /** From one item to the next, in seconds: as feeds differ. */
    private static final int[] PERIODS = {45, 90, 180, 300, 600, 900, 1800, 3600};

    public String url(int feed) {
        return "http://%s:%d/feed/%d".formatted(host(feed), port, feed);
    }

    /** Four neighbours share a host. */
    private static String host(int feed) {
        int number = feed / FEEDS_A_HOST + 1;
        return "127.%d.%d.%d".formatted(1 + number / 62_500, number / 250 % 250, 1 + number % 250);
    }

    /** How many items the feed has published by then, the backlog included. */
    int published(int feed, Instant now) {
        long age = Math.max(0, now.getEpochSecond() - start.getEpochSecond());
        int period = PERIODS[feed % PERIODS.length];
        // Feeds of one period do not all publish in the same second.
        long beats = (age + feed % period) / period - feed % period / period;
        return switch (Manner.of(feed)) {
            case UNCHANGED -> BACKLOG;
            case BURSTY -> BACKLOG + (int) (beats / BURST * BURST);
            default -> BACKLOG + (int) beats;
        };
    }

    /** The first item that still stands in the feed when it has published so many. */
    int oldestShown(int feed, int published) {
        int window = Manner.of(feed) == Manner.BIG ? 5 * WINDOW : WINDOW;
        return Math.max(0, published - window);
    }

    /** Whether a reader can have its items at all. */
    public boolean tells(int feed) {
        return Manner.of(feed).tells();
    }

    /** The guid of an item, from which {@link #feedOf} and {@link #itemOf} tell it again. */
    static String guid(int feed, int item) {
        return "farm-" + feed + "-" + item;
    }

    public static int feedOf(String guid) {
        return Integer.parseInt(guid.split("-")[1]);
    }

    public static int itemOf(String guid) {
        return Integer.parseInt(guid.split("-")[2]);
    }
}
