package org.tocsin.wire.registry;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Pauses between attempts: each twice the one before, up to a limit, and each drawn from the upper
 * half of its span, so that instances which failed together do not come back together.
 */
record Backoff(int retries, long firstMillis, long maxMillis) {

    /** Whether another attempt may follow that one, counted from 0. */
    boolean allows(int attempt) {
        return attempt < retries;
    }

    void pause(int attempt) {
        long span = span(attempt);
        try {
            TimeUnit.MILLISECONDS.sleep(span - ThreadLocalRandom.current().nextLong(span / 2 + 1));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The longest pause after that attempt. */
    long span(int attempt) {
        return Math.min(maxMillis, firstMillis << Math.min(attempt, 20));
    }
}
