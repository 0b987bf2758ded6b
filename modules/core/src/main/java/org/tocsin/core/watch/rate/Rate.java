package org.tocsin.core.watch.rate;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much more than usual a watchlist asks for, written {@code 5x in PT1H over P7D at least 5}:
 * within the last hour at least five times what an hour of the seven days before it had, and at
 * least five tellings. {@code in PT1H} and {@code at least 5} need not be said.
 *
 * @param factor above 1 and at most 1,000
 * @param span what is looked at, from a minute to a week
 * @param over what lies before it and says what is usual: at least four spans, at most 30 days
 * @param floor the fewest tellings that ring, however seldom it is told of
 */
public record Rate(BigDecimal factor, Duration span, Duration over, int floor) {

    /** What is expected, for people. */
    public static final String FORM =
            "a rate such as 5x over P7D or 5x in PT1H over P7D at least 5: a factor above 1, a span"
                    + " from PT1M to P7D, and before it at least four such spans, at most P30D";

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(\\d{1,4}(?:\\.\\d{1,2})?)x(?:\\s+in\\s+(P\\S+))?\\s+over\\s+(P\\S+)"
                            + "(?:\\s+at\\s+least\\s+(\\d{1,5}))?");
    private static final Duration USUAL_SPAN = Duration.ofHours(1);
    private static final int USUAL_FLOOR = 5;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000);
    private static final Duration SHORTEST_SPAN = Duration.ofMinutes(1);
    private static final Duration LONGEST_SPAN = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** Empty for what is not written like this or lies outside of the bounds. */
    public static Optional<Rate> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            String span = written.group(2);
            String floor = written.group(4);
            var rate =
                    new Rate(
                            new BigDecimal(written.group(1)),
                            span == null ? USUAL_SPAN : Duration.parse(span),
                            Duration.parse(written.group(3)),
                            floor == null ? USUAL_FLOOR : Integer.parseInt(floor));
            return rate.isSensible() ? Optional.of(rate) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private boolean isSensible() {
        return factor.compareTo(BigDecimal.ONE) > 0
                && factor.compareTo(LARGEST) <= 0
                && span.compareTo(SHORTEST_SPAN) >= 0
                && span.compareTo(LONGEST_SPAN) <= 0
                && over.compareTo(LONGEST) <= 0
                && over.compareTo(span.multipliedBy(4)) >= 0
                && floor >= 1;
    }

    /** What {@link Frequency} counts by: another factor or floor goes by the same counts. */
    public String measure() {
        return span + " over " + over;
    }
}
