package org.tocsin.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final Limits limits = new Limits(240, now::get);

    @Test
    void grantsAQuarterOfAMinutesAtOnceAndTheRestAsTimeGoesBy() {
        Principal board = program("board", 0);

        assertThat(granted(board, 100)).isEqualTo(60);

        now.addAndGet(10 * SECOND);
        assertThat(granted(board, 100)).isEqualTo(40);

        now.addAndGet(3_600 * SECOND);
        assertThat(granted(board, 100)).isEqualTo(60);
    }

    @Test
    void saysWhenToComeBack() {
        Principal slow = program("slow", 6);
        limits.take(slow);

        var refused = limits.take(slow);

        assertThat(refused.granted()).isFalse();
        assertThat(refused.seconds()).isEqualTo(10);
        now.addAndGet(10 * SECOND);
        assertThat(limits.take(slow).granted()).isTrue();
    }

    @Test
    void oneTokenDoesNotUseUpAnothers() {
        granted(program("greedy", 0), 100);

        assertThat(limits.take(program("modest", 0)).granted()).isTrue();
    }

    @Test
    void forgetsWhoHasNotAskedForLong() {
        for (int i = 0; i < 5_000; i++) {
            limits.take(program("token " + i, 0));
            now.addAndGet(SECOND);
        }

        assertThat(limits.remembered()).isLessThan(1_100);
    }

    @Test
    void whoeverSitsAtTheMachineIsNotCounted() {
        assertThat(granted(Principal.LOCAL, 1_000)).isEqualTo(1_000);
    }

    private int granted(Principal caller, int asked) {
        int granted = 0;
        for (int i = 0; i < asked; i++) {
            granted += limits.take(caller).granted() ? 1 : 0;
        }
        return granted;
    }

    private static Principal program(String key, int perMinute) {
        return new Principal(key, key, key, null, perMinute, Role.VIEWER.permissions());
    }
}
