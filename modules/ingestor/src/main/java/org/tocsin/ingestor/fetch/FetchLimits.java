package org.tocsin.ingestor.fetch;

import java.time.Duration;

/**
 * The bounds of one fetch: {@code idle} between two bytes, {@code total} from the first request to
 * the last byte across redirects, {@code bodyBytes} as sent and after unpacking, where the {@link
 * Purpose} does not allow less. A body may unpack to {@code ratio} times its size, and to {@code
 * freelyUnpacked} bytes however small it came.
 */
public record FetchLimits(
        Duration connect,
        Duration idle,
        Duration total,
        int bodyBytes,
        int redirects,
        int ratio,
        int freelyUnpacked) {

    /** Header fields of an answer, and the bytes of one line of its head or of a chunk's. */
    static final int MOST_HEADERS = 200;

    static final int LONGEST_LINE = 16_384;

    public static final FetchLimits USUAL =
            new FetchLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(45),
                    10_000_000,
                    5);

    /** With the usual bounds of packing. */
    public FetchLimits(
            Duration connect, Duration idle, Duration total, int bodyBytes, int redirects) {
        this(connect, idle, total, bodyBytes, redirects, 200, 1_000_000);
    }
}
