package org.tocsin.ingestor.fetch;

import java.time.Duration;

/**
 * The bounds of one fetch: {@code idle} between two bytes, {@code total} from the first request to
 * the last byte across redirects, {@code bodyBytes} after decompression.
 */
public record FetchLimits(
        Duration connect, Duration idle, Duration total, int bodyBytes, int redirects) {

    public static final FetchLimits USUAL =
            new FetchLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(45),
                    10_000_000,
                    5);
}
