package org.tocsin.core.deliver;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When the alerts of a while go out together: at every full span since 1970 in UTC ({@code PT1H},
 * from 5 minutes to a week), or once a day at an hour of a zone ({@code 07:00 Europe/London}).
 */
public sealed interface Digest {

    Duration SHORTEST = Duration.ofMinutes(5);
    Duration LONGEST = Duration.ofDays(7);

    /** The first time after that moment. */
    Instant after(Instant moment);

    record Every(Duration span) implements Digest {
        @Override
        public Instant after(Instant moment) {
            long seconds = span.toSeconds();
            return Instant.ofEpochSecond(
                    (Math.floorDiv(moment.getEpochSecond(), seconds) + 1) * seconds);
        }
    }

    record Daily(LocalTime time, ZoneId zone) implements Digest {
        @Override
        public Instant after(Instant moment) {
            ZonedDateTime today = moment.atZone(zone).with(time);
            Instant due = today.toInstant();
            return due.isAfter(moment) ? due : today.plusDays(1).with(time).toInstant();
        }
    }

    /** As it is written; empty for anything else. */
    static Optional<Digest> parse(String written) {
        try {
            String[] parts = written.strip().split("\\s+");
            if (parts.length == 2) {
                return Optional.of(new Daily(LocalTime.parse(parts[0]), ZoneId.of(parts[1])));
            }
            Duration span = Duration.parse(parts[0]);
            boolean sane = span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0;
            return sane ? Optional.of(new Every(span)) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
