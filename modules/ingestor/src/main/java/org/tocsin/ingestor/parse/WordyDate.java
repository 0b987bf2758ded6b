package org.tocsin.ingestor.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date that names its month, in any order: {@code Sun, 4 Jan 2004}, {@code Jan 4 12:30 2004}. */
final class WordyDate {

    private static final Pattern TIME =
            Pattern.compile("[0-9]{1,2}(?::|h|\\.(?=[0-9]{2}\\b))[0-9]{2}");
    private static final Pattern PART = Pattern.compile("[0-9]{1,9}|[\\p{L}\\p{M}]{1,30}");
    private static final Pattern TRAILING_YEAR =
            Pattern.compile("(?<![0-9+:-])[12][0-9]{3}(?![0-9:])");
    private static final Pattern CLOCK =
            Pattern.compile("[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{1,2})?(?:[.,][0-9]{1,9})?");

    private int day;
    private int month;
    private int year;

    private WordyDate() {}

    /** The instant, or null where no month is named or a part is missing. */
    static Instant read(String date) {
        Matcher time = TIME.matcher(date);
        int split = time.find() ? time.start() : date.length();
        String tail = date.substring(split);
        var parts = new WordyDate();
        parts.take(date.substring(0, split));
        if (parts.month == 0) {
            // The time came first.
            parts.take(CLOCK.matcher(tail).replaceFirst(" "));
        } else if (parts.year == 0) {
            Matcher year = TRAILING_YEAR.matcher(tail);
            if (year.find()) {
                parts.year = FeedDates.year(year.group());
                tail = tail.substring(0, year.start()) + tail.substring(year.end());
            }
        }
        if (parts.month == 0 || parts.year == 0) {
            return null;
        }
        int day = parts.day == 0 ? 1 : parts.day;
        return FeedDates.at(LocalDate.of(parts.year, parts.month, day), tail);
    }

    /** The last word that names a month does: in some languages a weekday before it does too. */
    private void take(String words) {
        Matcher part = PART.matcher(words);
        while (part.find()) {
            String word = part.group();
            if (Character.isDigit(word.charAt(0))) {
                takeNumber(word);
            } else {
                int named = MonthNames.number(word);
                month = named == 0 ? month : named;
            }
        }
    }

    private void takeNumber(String digits) {
        if (digits.length() > 4) {
            return;
        }
        int number = Integer.parseInt(digits);
        if (day == 0 && number >= 1 && number <= 31 && digits.length() <= 2) {
            day = number;
        } else if (year == 0) {
            year = FeedDates.year(digits);
        }
    }
}
