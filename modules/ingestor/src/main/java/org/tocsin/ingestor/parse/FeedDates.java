package org.tocsin.ingestor.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.ingestor.clean.PlainText;

/**
 * Dates as feeds write them: RFC 822 and 3339 with all their misspellings, ISO 8601 in its basic
 * and ordinal forms, Unix times, months by name in the languages of {@link MonthNames}, and numeric
 * dates. A date without a zone is UTC; one without a time is midnight.
 */
final class FeedDates {

    private static final int LONGEST = 120;

    private static final Pattern ISO =
            Pattern.compile(
                    "([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?|([0-9]{2})([0-9]{2}))?"
                            + "(?:[T, ]+([0-9].*))?Z?");
    private static final Pattern ORDINAL = Pattern.compile("([0-9]{4})-?([0-9]{3})(?:[T ](.*))?");
    private static final Pattern WEEK =
            Pattern.compile("([0-9]{4}-?W[0-9]{2}-?[1-7])(?:[T ](.*))?");
    private static final Pattern UNIX = Pattern.compile("([0-9]{9,10})([0-9]{3})?");
    private static final Pattern NUMERIC =
            Pattern.compile("^[^0-9]*([0-9]{1,2})([./-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})\\b(.*)");

    private FeedDates() {}

    /** The instant, or nothing where the text is no date. */
    static Optional<Instant> parse(String text) {
        if (text == null || text.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String date = eastAsian(PlainText.oneLine(text));
        if (date.isEmpty() || date.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(read(date));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // A 31st of February: shaped like a date, and none.
            return Optional.empty();
        }
    }

    private static Instant read(String date) {
        Matcher iso = ISO.matcher(date);
        if (iso.matches()) {
            return iso(iso);
        }
        Matcher ordinal = ORDINAL.matcher(date);
        if (ordinal.matches()) {
            int day = Integer.parseInt(ordinal.group(2));
            return at(LocalDate.ofYearDay(number(ordinal, 1), day), ordinal.group(3));
        }
        Matcher week = WEEK.matcher(date);
        if (week.matches()) {
            String basic = week.group(1).replace("-", "");
            String extended = basic.substring(0, 4) + "-" + basic.substring(4, 7) + "-";
            LocalDate day =
                    LocalDate.parse(extended + basic.charAt(7), DateTimeFormatter.ISO_WEEK_DATE);
            return at(day, week.group(2));
        }
        Matcher unix = UNIX.matcher(date);
        if (unix.matches()) {
            return Instant.ofEpochSecond(Long.parseLong(unix.group(1)));
        }
        Matcher numeric = NUMERIC.matcher(date);
        return numeric.matches() ? numeric(numeric) : WordyDate.read(date);
    }

    private static Instant iso(Matcher iso) {
        boolean basic = iso.group(4) != null;
        int month = iso.group(2) == null && !basic ? 1 : number(iso, basic ? 4 : 2);
        int day = basic ? number(iso, 5) : iso.group(3) == null ? 1 : number(iso, 3);
        boolean swapped = month > 12 && day <= 12;
        LocalDate date = LocalDate.of(number(iso, 1), swapped ? day : month, swapped ? month : day);
        return at(date, iso.group(6));
    }

    /** With full stops the day leads; with slashes the month does unless it cannot. */
    private static Instant numeric(Matcher numeric) {
        int first = number(numeric, 1);
        int second = number(numeric, 3);
        boolean dayFirst = !numeric.group(2).equals("/") && second <= 12 || first > 12;
        int month = dayFirst ? second : first;
        LocalDate date = LocalDate.of(year(number(numeric, 4)), month, dayFirst ? first : second);
        return at(date, numeric.group(5));
    }

    /** Two digits are of the years from 1970 to 2069. */
    static int year(int written) {
        return written >= 100 ? written : written < 70 ? 2000 + written : 1900 + written;
    }

    static Instant at(LocalDate date, String timeAndZone) {
        TimeAndZone time = TimeAndZone.read(timeAndZone == null ? "" : timeAndZone);
        return time.on(date);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String eastAsian(String date) {
        if (date.chars().allMatch(c -> c < 0x3000)) {
            return date;
        }
        return date.replaceAll("\\s*[년年월月]\\s*", "-")
                .replaceAll("\\s*[일日]\\s*", " ")
                .replaceAll("(오전|上午|午前)\\s*(\\S+)", "$2 AM")
                .replaceAll("(오후|下午|午後)\\s*(\\S+)", "$2 PM")
                .strip();
    }

    /** A time of day with its offset; {@code time} may be 24:00, which is the next day's start. */
    record TimeAndZone(LocalTime time, boolean nextDay, ZoneOffset zone) {

        private static final Pattern TIME =
                Pattern.compile(
                        "([0-9]{1,2})[:.h]([0-9]{2})(?:[:.]([0-9]{1,2}))?(?:[.,]([0-9]{1,9})[0-9]*)?");
        private static final Pattern BASIC =
                Pattern.compile("^\\s*([0-9]{2})([0-9]{2})([0-9]{2})?(?![0-9:])");
        private static final Pattern BARE_HOUR = Pattern.compile("^\\s*([0-9]{1,2})(?![0-9:])");
        private static final Pattern NOON = Pattern.compile("(?i)(?<![a-z])([ap])\\.?\\s?m\\b\\.?");

        static TimeAndZone read(String text) {
            Matcher time = TIME.matcher(text);
            boolean found = time.find();
            if (!found) {
                time = BASIC.matcher(text);
                found = time.find();
            }
            if (!found) {
                Matcher hour = BARE_HOUR.matcher(text);
                return hour.find()
                        ? of(Integer.parseInt(hour.group(1)), 0, 0, 0, text.substring(hour.end()))
                        : new TimeAndZone(LocalTime.MIDNIGHT, false, Zones.find(text));
            }
            int hour = Integer.parseInt(time.group(1));
            int minute = Integer.parseInt(time.group(2));
            int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
            String fraction = time.groupCount() > 3 ? time.group(4) : null;
            int nanos =
                    fraction == null ? 0 : (int) (Double.parseDouble("0." + fraction) * 1e9 + 0.5);
            return of(hour, minute, Math.min(second, 59), nanos, text.substring(time.end()));
        }

        private static TimeAndZone of(int hour, int minute, int second, int nanos, String rest) {
            Matcher noon = NOON.matcher(rest);
            int hours = hour;
            if (noon.find() && hour <= 12) {
                boolean afternoon = noon.group(1).equalsIgnoreCase("p");
                hours = hour % 12 + (afternoon ? 12 : 0);
            }
            boolean midnight = hours == 24 && minute == 0;
            LocalTime time =
                    LocalTime.of(midnight ? 0 : hours, minute, second, nanos % 1_000_000_000);
            return new TimeAndZone(time, midnight, Zones.find(rest));
        }

        Instant on(LocalDate date) {
            LocalDate day = nextDay ? date.plusDays(1) : date;
            return LocalDateTime.of(day, time).toInstant(zone);
        }
    }
}
