package org.tocsin.ingestor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.article.Article;

class BelievedDatesTest {

    @Test
    void doubtsADateFromTheFuture() {
        Article article = published("2024-05-22T12:00:01Z");

        assertThat(article.published()).isNull();
        assertThat(article.flags()).containsExactly("published-in-future");
        assertThat(article.eventTime()).isEqualTo(Reading.FETCHED);
    }

    @Test
    void letsAPublishersClockRunAheadByHours() {
        Article article = published("2024-05-21T11:00:00Z");

        assertThat(article.published()).isEqualTo(Instant.parse("2024-05-21T11:00:00Z"));
        assertThat(article.flags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "Mon, 01 Jan 1900 00:00:00"})
    void doubtsAComputersBlank(String date) {
        Article article = published(date);

        assertThat(article.published()).isNull();
        assertThat(article.flags()).containsExactly("published-at-epoch");
    }

    @Test
    void keepsTheClocksApart() {
        Article article =
                Reading.atomEntry(
                        "<entry><title>t</title><published>2024-05-01T10:00:00Z</published>"
                                + "<updated>2029-05-01T10:00:00Z</updated></entry>");

        assertThat(article.published()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
        assertThat(article.updated()).isNull();
        assertThat(article.fetched()).isEqualTo(Reading.FETCHED);
        assertThat(article.flags()).containsExactly("updated-in-future");
    }

    @Test
    void saysThatAnUpdateCameBeforeThePublication() {
        Article article =
                Reading.atomEntry(
                        "<entry><title>t</title><published>2024-05-02T10:00:00Z</published>"
                                + "<updated>2024-05-01T10:00:00Z</updated></entry>");

        assertThat(article.updated()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
        assertThat(article.flags()).containsExactly("updated-before-published");
    }

    private static Article published(String date) {
        return Reading.rssItem("<item><title>t</title><pubDate>" + date + "</pubDate></item>");
    }
}
