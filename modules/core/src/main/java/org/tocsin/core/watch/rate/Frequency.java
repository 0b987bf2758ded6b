package org.tocsin.core.watch.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * When things were told that one watchlist counts.
 *
 * <p>The span that is looked at is counted to a sixtieth, what came before it to a 168th (an hour
 * of a week), so that a watchlist of which much is told takes no more than another.
 *
 * @param question what was asked, and over which spans; of another nothing is known yet
 * @param since since when it listens
 * @param newest the latest that was told; before the first {@code since}
 */
public record Frequency(
        String watchlist,
        String question,
        Instant since,
        Instant newest,
        Buckets fine,
        Buckets coarse) {

    private static final int FINE = 60;
    private static final int COARSE = 168;

    /** What is usual is not said before this part of the time that tells it was heard. */
    private static final int LEARNT = 7;

    public static Frequency begun(String watchlist, String question, Instant at) {
        return new Frequency(watchlist, question, at, at, Buckets.NONE, Buckets.NONE);
    }

    /** With something told then. */
    public Frequency plus(Rate rate, Instant at) {
        long width = width(rate.over(), COARSE);
        int kept = COARSE + 2 + (int) (rate.span().toMillis() / width);
        return new Frequency(
                watchlist,
                question,
                since,
                at.isAfter(newest) ? at : newest,
                fine.plus(number(at, width(rate.span(), FINE)), FINE),
                coarse.plus(number(at, width), kept));
    }

    /** How the span stands that ends with the latest that was told. */
    public Pace pace(Rate rate) {
        long present = number(newest, width(rate.span(), FINE));
        int count = fine.sum(present - FINE + 1, present);
        long width = width(rate.over(), COARSE);
        // What the span began in is told by both and left out.
        long end = number(newest.minus(rate.span()), width);
        int before = coarse.sum(end - COARSE, end - 1);
        long heard = Math.min(end * width - since.toEpochMilli(), COARSE * width);
        if (heard < rate.over().toMillis() / LEARNT) {
            return new Pace(count, 0, rate.floor(), false);
        }
        BigDecimal usual =
                BigDecimal.valueOf(before)
                        .multiply(BigDecimal.valueOf(rate.span().toMillis()))
                        .divide(BigDecimal.valueOf(heard), 6, RoundingMode.HALF_UP);
        int asked =
                usual.multiply(rate.factor())
                        .setScale(0, RoundingMode.CEILING)
                        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                        .intValueExact();
        double shown = usual.setScale(2, RoundingMode.HALF_UP).doubleValue();
        return new Pace(count, shown, Math.max(rate.floor(), asked), true);
    }

    private static long width(Duration span, int parts) {
        return Math.max(1, span.toMillis() / parts);
    }

    private static long number(Instant at, long width) {
        return Math.floorDiv(at.toEpochMilli(), width);
    }
}
