package org.tocsin.core.tag;

import java.time.Instant;
import java.time.ZoneOffset;
import org.tocsin.core.article.Article;

/**
 * The year of an article, against which the years that it names are earlier or not. An article
 * without any date has none; but news seldom names its own year, so that a year named in it is then
 * taken for an earlier one where nothing says that the event is still to come.
 */
record NewsYear(int year) {

    private static final int FIRST = 1900;
    private static final int NONE = 2100;

    static NewsYear of(Article article) {
        Instant time = article.eventTime();
        return new NewsYear(
                time.equals(Instant.EPOCH) ? NONE : time.atOffset(ZoneOffset.UTC).getYear());
    }

    boolean isKnown() {
        return year != NONE;
    }

    /** {@code word}: as folded; four digits, or a decade such as "1990s". */
    boolean isAfter(String word) {
        boolean decade = word.length() == 5 && word.endsWith("0s");
        if (!decade && word.length() != 4) {
            return false;
        }
        int named = 0;
        for (int i = 0; i < 4; i++) {
            char digit = word.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            named = 10 * named + digit - '0';
        }
        return decade || named >= FIRST && named < year;
    }
}
