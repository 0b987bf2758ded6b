package org.tocsin.core.watch.ledger;

/**
 * The share of alerts that were useful among those that were judged, null where none was, with the
 * interval in which it lies with 95 % confidence: Wilson's score interval (E. B. Wilson, Probable
 * inference, the law of succession, and statistical inference, JASA 22, 1927), which also holds for
 * few words and near 0 and 1.
 */
public record Precision(int useful, int judged, Double precision, double low, double high) {

    /** The 97.5th percentile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    public static Precision of(int useful, int judged) {
        if (judged == 0) {
            return new Precision(0, 0, null, 0, 1);
        }
        double share = (double) useful / judged;
        double square = Z * Z;
        double middle = (share + square / (2 * judged)) / (1 + square / judged);
        double half =
                Z
                        * Math.sqrt(share * (1 - share) / judged + square / (4.0 * judged * judged))
                        / (1 + square / judged);
        return new Precision(
                useful,
                judged,
                rounded(share),
                rounded(Math.max(0, middle - half)),
                rounded(Math.min(1, middle + half)));
    }

    /** Four digits are more than the words can bear out. */
    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }
}
