package org.tocsin.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Time as the replay tells it: {@code speed} times as fast as real time, starting {@link #SPAN}
 * before the data folder was made, until it meets the real time and becomes it. It never shows a
 * future instant and, across restarts and crashes, never runs backwards.
 *
 * <p>Where it stood is kept in {@code replay.properties} in the data folder; the news waits while
 * the process is down.
 */
public final class ReplayClock extends Clock implements AutoCloseable {

    /** How much news there is to replay. */
    public static final Duration SPAN = Duration.ofDays(4);

    /** Four days in three minutes. */
    public static final double DEFAULT_SPEED = 1920;

    private final ReplayProgress progress;
    private final ZoneId zone;

    private ReplayClock(ReplayProgress progress, ZoneId zone) {
        this.progress = progress;
        this.zone = zone;
    }

    /**
     * Starts the replay, or continues the one that the data folder holds. The clock runs from here
     * on, so open it when whoever listens is ready.
     *
     * @param speed seconds of the replay in a real second, at least 1; may differ between runs
     * @throws IOException if the folder cannot be written, or holds a record that cannot be read
     */
    public static ReplayClock open(Path data, double speed, Clock real) throws IOException {
        if (!(speed >= 1)) {
            throw new IllegalArgumentException("a replay speed is at least 1, not " + speed);
        }
        Path file = data.resolve("replay.properties");
        return new ReplayClock(ReplayProgress.open(file, speed, real), ZoneOffset.UTC);
    }

    /** The instant that the news counts from: the start of its first day. */
    public Instant origin() {
        return progress.origin();
    }

    /** Whether all of the news is out. */
    public boolean isPlayed() {
        return !instant().isBefore(origin().plus(SPAN));
    }

    @Override
    public Instant instant() {
        return progress.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public ReplayClock withZone(ZoneId other) {
        return new ReplayClock(progress, other);
    }

    /** Notes where the replay stands, so that the next one continues at this very instant. */
    @Override
    public void close() throws IOException {
        progress.save();
    }
}
