package org.tocsin.app.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/**
 * Where a replay stands, and its record on disk.
 *
 * <p>The record is written ahead: before an instant is told to anyone, the file already names one
 * that is no earlier. A process killed at any moment therefore resumes at or after the last instant
 * it showed, and skips at most a real second's worth of the replay.
 */
final class ReplayProgress {

    private final Path file;
    private final double speed;
    private final Clock real;
    private final Instant origin;
    private final Instant realStart;
    private final Instant start;
    private Instant latest;
    private Instant reserved;

    private ReplayProgress(Path file, double speed, Clock real, Instant origin, Instant reached) {
        this.file = file;
        this.speed = speed;
        this.real = real;
        this.origin = origin;
        this.realStart = real.instant();
        this.start = reached;
        this.latest = reached;
        this.reserved = reached;
    }

    static ReplayProgress open(Path file, double speed, Clock real) throws IOException {
        if (Files.exists(file)) {
            return resume(file, speed, real);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        // Feeds carry whole seconds; whole minutes keep the offsets legible in what comes out.
        Instant origin = real.instant().minus(ReplayClock.SPAN).truncatedTo(ChronoUnit.MINUTES);
        var progress = new ReplayProgress(file, speed, real, origin, origin);
        progress.save();
        return progress;
    }

    private static ReplayProgress resume(Path file, double speed, Clock real) throws IOException {
        var record = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            record.load(reader);
            Instant origin = Instant.parse(record.getProperty("origin", ""));
            Instant reached = Instant.parse(record.getProperty("reached", ""));
            return new ReplayProgress(file, speed, real, origin, notFuture(reached, real));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(
                    file + " is not a replay's record; remove it to replay from the start", e);
        }
    }

    /** What was written ahead may lie beyond the real time, once the replay has met that. */
    private static Instant notFuture(Instant reached, Clock real) {
        Instant now = real.instant();
        return reached.isAfter(now) ? now : reached;
    }

    Instant origin() {
        return origin;
    }

    synchronized Instant now() {
        Instant now = replayed(real.instant());
        if (now.isAfter(latest)) {
            latest = now;
        }
        if (latest.isAfter(reserved)) {
            reserve(latest.plus(scaled(Duration.ofSeconds(1))));
        }
        return latest;
    }

    private Instant replayed(Instant realNow) {
        if (!start.isBefore(origin.plus(ReplayClock.SPAN))) {
            // All told in an earlier run: there is nothing to compress.
            return realNow;
        }
        Instant replayed = start.plus(scaled(Duration.between(realStart, realNow)));
        return replayed.isBefore(realNow) ? replayed : realNow;
    }

    private Duration scaled(Duration elapsed) {
        return Duration.ofMillis(Math.round(elapsed.toMillis() * speed));
    }

    private void reserve(Instant ahead) {
        try {
            write(ahead);
            reserved = ahead;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the replay's progress in " + file, e);
        }
    }

    synchronized void save() throws IOException {
        write(latest);
        reserved = latest;
    }

    private void write(Instant reached) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, "origin=" + origin + "\nreached=" + reached + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
