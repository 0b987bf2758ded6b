package org.tocsin.core.watch.hush;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of each day in which a watchlist is quiet, by the clocks of a place: from {@code
 * start}, included, until {@code end}, not included; over midnight where the end is the earlier
 * one.
 */
public record QuietHours(LocalTime start, LocalTime end, ZoneId zone) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(([01]\\d|2[0-3]):[0-5]\\d)-(([01]\\d|2[0-3]):[0-5]\\d) ([A-Za-z][\\w+/-]*)");

    /** Empty for what is not written like {@code 22:00-06:00 Europe/Berlin}. */
    public static Optional<QuietHours> parse(String text) {
        Matcher form = FORM.matcher(text);
        boolean reads = form.matches() && !form.group(1).equals(form.group(3));
        return reads && ZoneId.getAvailableZoneIds().contains(form.group(5))
                ? Optional.of(
                        new QuietHours(
                                LocalTime.parse(form.group(1)),
                                LocalTime.parse(form.group(3)),
                                ZoneId.of(form.group(5))))
                : Optional.empty();
    }

    /** When the quiet ends that this moment lies in; null where it lies in none. */
    public Instant endAfter(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        LocalTime time = there.toLocalTime();
        LocalDate day = there.toLocalDate();
        if (start.isBefore(end)) {
            return !time.isBefore(start) && time.isBefore(end) ? endOn(day, moment) : null;
        }
        if (!time.isBefore(start)) {
            return endOn(day.plusDays(1), moment);
        }
        return time.isBefore(end) ? endOn(day, moment) : null;
    }

    /** Null where the clocks were put back over the end, so that the moment lies behind it. */
    private Instant endOn(LocalDate day, Instant moment) {
        Instant at = instant(day.atTime(end));
        return at.isAfter(moment) ? at : null;
    }

    /** Where the clocks are put forward over that time, when they are. */
    private Instant instant(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }
}
