package org.tocsin.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class FreightTest {

    private static final int LONG = Freight.LONG + 1;

    private final Freight freight = new Freight();

    @Test
    void refusesOneMoreLongBodyThanItHasPlacesAndTakesAnyShortOne() throws IOException {
        fill();
        Freight.Load late = freight.load();

        assertThatThrownBy(() -> late.grow(LONG)).isInstanceOf(Freight.Crowded.class);
        assertThatCode(() -> freight.load().grow(Freight.LONG)).doesNotThrowAnyException();
    }

    @Test
    void hasAPlaceAgainWhenAFetchIsOver() throws IOException {
        Freight.Load first = fill();

        first.close();
        first.close();

        assertThatCode(() -> freight.load().grow(LONG)).doesNotThrowAnyException();
        assertThatThrownBy(() -> freight.load().grow(LONG)).isInstanceOf(Freight.Crowded.class);
    }

    @Test
    void countsAGrowingBodyOnce() throws IOException {
        Freight.Load one = freight.load();

        for (int i = 0; i < 2 * Freight.MOST_LONG; i++) {
            one.grow(LONG + i);
        }

        assertThatCode(() -> freight.load().grow(LONG)).doesNotThrowAnyException();
    }

    /** Takes all places; the first of them. */
    private Freight.Load fill() throws IOException {
        Freight.Load first = freight.load();
        first.grow(LONG);
        for (int i = 1; i < Freight.MOST_LONG; i++) {
            freight.load().grow(LONG);
        }
        return first;
    }
}
