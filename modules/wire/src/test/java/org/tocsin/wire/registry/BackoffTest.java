package org.tocsin.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    @Test
    void doublesUpToItsLimit() {
        var backoff = new Backoff(5, 100, 1000);

        assertThat(IntStream.range(0, 6).mapToLong(backoff::span))
                .containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L);
        assertThat(backoff.span(1_000_000)).isEqualTo(1000);
    }

    @Test
    void allowsAsManyRetriesAsItIsTold() {
        assertThat(new Backoff(2, 1, 1).allows(1)).isTrue();
        assertThat(new Backoff(2, 1, 1).allows(2)).isFalse();
        assertThat(new Backoff(0, 1, 1).allows(0)).isFalse();
    }
}
