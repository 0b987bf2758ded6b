package org.tocsin.bench.farm;

/** How a feed and its server behave; {@code share} is how many feeds in a thousand do. */
enum Manner {
    /** A new item every now and then; ETag and Last-Modified. */
    STEADY(430),
    /** Several items at once, then silence. */
    BURSTY(100),
    /** Never anything new; answers 304. */
    UNCHANGED(150),
    /** Never a validator, though it moves. */
    BARE(100),
    /** Packed with gzip. */
    PACKED(90),
    /** A hundred items of some kilobytes. */
    BIG(20),
    /** Answers after six seconds. */
    SLOW(20),
    /** Sends the feed to another path, temporarily. */
    REDIRECTING(30),
    /** 500. */
    FAILING(20),
    /** 404. */
    MISSING(15),
    /** 410. */
    GONE(5),
    /** An endless body, a document cut off, a page that is no feed, by turns. */
    HOSTILE(20);

    private final int share;

    Manner(int share) {
        this.share = share;
    }

    /** Of the feed with that number: the same at every run. */
    static Manner of(int feed) {
        // A multiplier prime to 1,000 mixes the manners over the hosts.
        int place = (int) (feed * 617L % 1000);
        for (Manner manner : values()) {
            place -= manner.share;
            if (place < 0) {
                return manner;
            }
        }
        throw new IllegalStateException("the shares do not add up to a thousand");
    }

    /** Whether a reader can have its items. */
    boolean tells() {
        return this != FAILING && this != MISSING && this != GONE && this != HOSTILE;
    }
}
