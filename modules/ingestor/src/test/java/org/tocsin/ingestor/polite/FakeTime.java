package org.tocsin.ingestor.polite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until somebody waits. */
final class FakeTime extends Clock implements Courtesy.Patience {

    private Instant now = Instant.parse("2024-05-20T12:00:00Z");

    @Override
    public void wait(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
