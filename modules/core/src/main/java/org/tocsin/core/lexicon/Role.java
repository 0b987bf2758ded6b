package org.tocsin.core.lexicon;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An office that a person held: {@code office} is a key of {@code offices.tsv}, {@code of} the id
 * of the state, body or group whose office it is; {@code from} and {@code to} are its first and
 * last day, null where open.
 *
 * <p>Written {@code OFFICE:ID:FROM..TO} ({@code foreign minister:russia:2004-03-09..}); a date is a
 * day, a month or a year of ISO 8601, and a year or a month is meant from its first day to its
 * last.
 */
public record Role(String office, String of, LocalDate from, LocalDate to) {

    private static final String DATE = "(\\d{4}(?:-\\d\\d){0,2})?";
    private static final Pattern WRITTEN =
            Pattern.compile("([^:]+):([a-z0-9-]+):" + DATE + "\\.\\." + DATE);

    public Role {
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(of, "of");
    }

    /** The role so written; empty where it is written otherwise or ends before it begins. */
    public static Optional<Role> parse(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate from = parts.group(3) == null ? null : first(parts.group(3));
            LocalDate to = parts.group(4) == null ? null : last(parts.group(4));
            return from != null && to != null && from.isAfter(to)
                    ? Optional.empty()
                    : Optional.of(new Role(parts.group(1).strip(), parts.group(2), from, to));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** True on the days from the first to the last, both counted. */
    public boolean isHeldOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private static LocalDate first(String date) {
        return LocalDate.of(
                number(date, 0, 4),
                date.length() < 7 ? 1 : number(date, 5, 7),
                date.length() < 10 ? 1 : number(date, 8, 10));
    }

    private static LocalDate last(String date) {
        LocalDate first = first(date);
        return switch (date.length()) {
            case 4 -> first.withMonth(12).withDayOfMonth(31);
            case 7 -> first.withDayOfMonth(first.lengthOfMonth());
            default -> first;
        };
    }

    /** By hand: a parser of dates is slow for the first ten thousand. */
    private static int number(String date, int from, int to) {
        return Integer.parseInt(date, from, to, 10);
    }
}
