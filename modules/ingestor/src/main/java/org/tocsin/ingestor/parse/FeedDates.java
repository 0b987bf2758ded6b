package org.tocsin.ingestor.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.ingestor.clean.PlainText;

/**
 * Dates as feeds write them: RFC 822 and 3339 with all their misspellings, ISO 8601 in its basic,
 * week and ordinal forms, Unix times, months by name in the languages of {@link MonthNames}, and
 * numeric dates. A date without a zone is UTC; one without a time is midnight.
 */
final class FeedDates {

    private static final int LONGEST = 120;

    private static final Pattern ISO =
            Pattern.compile(
                    "([0-9]{4})(?:[-/.] ?([0-9]{1,2})(?:[-/.] ?([0-9]{1,2})\\.?)?|([0-9]{2})([0-9]{2}))?"
                            + "(?:[T, _-]{1,3}([0-9].{0,80}))?Z?");
    private static final Pattern ORDINAL =
            Pattern.compile("([0-9]{4})-?([0-9]{3})(?:[T ](.{0,80}))?");
    private static final Pattern WEEK =
            Pattern.compile("([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?(?:[T ](.{0,80}))?");
    private static final Pattern SHORT =
            Pattern.compile("([0-9]{2})(-?)([0-9]{2})\\2([0-9]{2})(?:[T ](.{0,80}))?");
    private static final Pattern RUN =
            Pattern.compile("((?:19|20)[0-9]{6})([0-9]{4}(?:[0-9]{2})?)\\b(.{0,40})");
    private static final Pattern UNIX =
            Pattern.compile(
                    "([0-9]{9,10})(?:[.,]?([0-9]{3}))?(?:[0-9]{3}){0,2}|([0-9]{9,10})\\.[0-9]{1,9}");
    private static final Pattern NUMERIC =
            Pattern.compile(
                    "^([^0-9]{0,40})([0-9]{1,2})([./-]) ?([0-9]{1,2})\\3 ?([0-9]{4}|[0-9]{2})\\b(.{0,80})");

    /** What PHP and .NET write for no date at all; the year before the first is not believed. */
    private static final Pattern BLANK =
            Pattern.compile("-0001-11-30.{0,40}|.{0,12}30 Nov -0001.{0,40}");

    private FeedDates() {}

    /** The instant, or nothing where the text is no date. */
    static Optional<Instant> parse(String text) {
        if (text == null || text.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String line = PlainText.oneLine(text);
        String date = line.length() > LONGEST ? "" : DateScript.plain(line);
        if (date.isEmpty()) {
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
        if (BLANK.matcher(date).matches()) {
            return Instant.EPOCH;
        }
        // A weekday before a numeric date says nothing that the date does not.
        String bare = date.replaceFirst("^[\\p{L}\\p{M}]{2,12}[.,]{0,2} (?=[0-9]{4}[-/.])", "");
        Instant compact = compact(bare);
        if (compact != null) {
            return compact;
        }
        Matcher iso = ISO.matcher(bare);
        if (iso.matches()) {
            return iso(iso);
        }
        Matcher week = WEEK.matcher(bare);
        if (week.matches()) {
            String day = week.group(3) == null ? "1" : week.group(3);
            String extended = week.group(1) + "-W" + week.group(2) + "-" + day;
            return at(LocalDate.parse(extended, DateTimeFormatter.ISO_WEEK_DATE), week.group(4));
        }
        Matcher numeric = NUMERIC.matcher(date);
        return numeric.matches() ? numeric(numeric) : WordyDate.read(date);
    }

    /** Runs of digits, which only their length tells apart; null for anything else. */
    private static Instant compact(String date) {
        Matcher run = RUN.matcher(date);
        if (run.matches()) {
            LocalDate day = LocalDate.parse(run.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            return at(day, run.group(2) + run.group(3));
        }
        Matcher unix = UNIX.matcher(date);
        if (unix.matches()) {
            String seconds = unix.group(1) != null ? unix.group(1) : unix.group(3);
            int millis = unix.group(2) == null ? 0 : number(unix, 2);
            return Instant.ofEpochSecond(Long.parseLong(seconds)).plusMillis(millis);
        }
        Matcher ordinal = ORDINAL.matcher(date);
        if (ordinal.matches()) {
            LocalDate day = LocalDate.ofYearDay(number(ordinal, 1), number(ordinal, 2));
            return at(day, ordinal.group(3));
        }
        Matcher brief = SHORT.matcher(date);
        boolean yearFirst = brief.matches() && number(brief, 3) <= 12 && number(brief, 4) <= 31;
        return yearFirst
                ? at(
                        LocalDate.of(year(brief.group(1)), number(brief, 3), number(brief, 4)),
                        brief.group(5))
                : null;
    }

    private static Instant iso(Matcher iso) {
        boolean basic = iso.group(4) != null;
        int month = iso.group(2) == null && !basic ? 1 : number(iso, basic ? 4 : 2);
        int day = basic ? number(iso, 5) : iso.group(3) == null ? 1 : number(iso, 3);
        boolean swapped = month > 12 && day <= 12;
        int year = year(iso.group(1));
        return at(LocalDate.of(year, swapped ? day : month, swapped ? month : day), iso.group(6));
    }

    /**
     * With full stops the day leads; with slashes the month does unless it cannot, or the words
     * around it are not English.
     */
    private static Instant numeric(Matcher numeric) {
        int first = number(numeric, 2);
        int second = number(numeric, 4);
        boolean abroad =
                (numeric.group(1) + numeric.group(6))
                        .chars()
                        .anyMatch(c -> c > 127 && Character.isLetter(c));
        boolean dayLeads = !numeric.group(3).equals("/") || abroad;
        boolean dayFirst = dayLeads && second <= 12 || first > 12;
        int month = dayFirst ? second : first;
        int day = dayFirst ? first : second;
        return at(LocalDate.of(year(numeric.group(5)), month, day), numeric.group(6));
    }

    /**
     * Two digits are of the years from 1970 to 2069, three count from 1900 (RFC 2822, 4.3), and the
     * Buddhist era is 543 ahead.
     */
    static int year(String digits) {
        int written = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 1, 2 -> written < 70 ? 2000 + written : 1900 + written;
            case 3 -> 1900 + written;
            default -> written >= 2400 && written < 2700 ? written - 543 : written;
        };
    }

    static Instant at(LocalDate date, String timeAndZone) {
        return TimeAndZone.read(timeAndZone == null ? "" : timeAndZone).on(date);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
