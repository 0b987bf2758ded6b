package org.tocsin.ingestor.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day with its zone; {@code time} may be 24:00, which is the next day's start. */
record TimeAndZone(LocalTime time, boolean nextDay, ZoneId zone) {

    private static final Pattern TIME =
            Pattern.compile(
                    "([0-9]{1,2})[:.hH]([0-9]{2})(?:[:.]([0-9]{1,2}))?(?:[.,:]([0-9]{1,9})[0-9]{0,9})?");
    private static final Pattern BASIC =
            Pattern.compile("^\\s?([0-9]{2})([0-9]{2})([0-9]{2})?(?:[.,]([0-9]{1,9}))?(?![0-9:])");
    private static final Pattern BARE_HOUR = Pattern.compile("^\\s?([0-9]{1,2})(?![0-9:])");
    private static final Pattern HALF =
            Pattern.compile("(?i)(?<![a-z])([ap])\\.?\\s?m\\b\\.?|([πμ])\\.?μ\\.");

    /** What follows a date; midnight in UTC where it says nothing. */
    static TimeAndZone read(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.find()) {
            time = BASIC.matcher(text);
            if (!time.find()) {
                return bareHour(text);
            }
        }
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        String fraction = time.group(4);
        int nanos = fraction == null ? 0 : (int) (Double.parseDouble("0." + fraction) * 1e9 + 0.5);
        // A leap second, which no clock here knows, is its minute's last.
        LocalTime past = LocalTime.of(0, 0, Math.min(second, 59), nanos % 1_000_000_000);
        return of(number(time, 1), number(time, 2), past, text.substring(time.end()));
    }

    private static TimeAndZone bareHour(String text) {
        Matcher hour = BARE_HOUR.matcher(text);
        return hour.find()
                ? of(number(hour, 1), 0, LocalTime.MIDNIGHT, text.substring(hour.end()))
                : new TimeAndZone(LocalTime.MIDNIGHT, false, Zones.find(text));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The time of hour and minute, with the seconds of {@code past}; {@code rest} has the zone. */
    private static TimeAndZone of(int hour, int minute, LocalTime past, String rest) {
        Matcher half = HALF.matcher(rest);
        int hours = hour;
        if (half.find() && hour <= 12) {
            boolean afternoon =
                    "p".equalsIgnoreCase(half.group(1)) || "μ".equalsIgnoreCase(half.group(2));
            hours = hour % 12 + (afternoon ? 12 : 0);
        }
        boolean midnight = hours == 24 && minute == 0;
        LocalTime time = past.withHour(midnight ? 0 : hours).withMinute(minute);
        return new TimeAndZone(time, midnight, Zones.find(rest));
    }

    Instant on(LocalDate date) {
        LocalDate day = nextDay ? date.plusDays(1) : date;
        return LocalDateTime.of(day, time).atZone(zone).toInstant();
    }
}
