package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Lexicon;

class YearsTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());
    private static final String UNDATED = "1970-01-01";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2019-05-02 | ceasefire  | HISTORICAL | A ceasefire in 2016 had given Aleppo a week of quiet.
            2016-03-02 | ceasefire  | OCCURRED   | A ceasefire in 2016 gave Aleppo a week of quiet.
            1970-01-01 | ceasefire  | HISTORICAL | A ceasefire in 2016 gave Aleppo a week of quiet.
            1970-01-01 | bombing    | HISTORICAL | The 1983 bombing of the barracks in Beirut is taught at West Point.
            1970-01-01 | casualties | HISTORICAL | The 1983 bombing of the barracks in Beirut killed 241 Americans.
            1970-01-01 | election   | ANNOUNCED  | Iraq will hold an election in 2029, the cabinet said.
            1970-01-01 | withdrawal | ANNOUNCED  | France will withdraw its soldiers from Chad by 2027.
            1970-01-01 | accusation | OCCURRED   | Ukraine accused Russia of breaking the 2014 memorandum.
            1970-01-01 | talks      | OCCURRED   | Turkey and Armenia held their first talks since 2009.
            """)
    void readsAYearAsTheDateOfWhatItStandsWith(
            String day, String topic, Modality modality, String text) {
        var tags = TAGGER.tag(article(day, text));

        assertThat(tags.events())
                .filteredOn(event -> event.topic().equals(topic))
                .extracting(EventTag::modality)
                .containsExactly(modality);
    }

    private static Article article(String day, String text) {
        Instant time = Instant.parse(day + (day.equals(UNDATED) ? "T00:00:00Z" : "T10:00:00Z"));
        return new Article(
                "a", null, null, null, null, "", text, "en", null, null, time, null, null);
    }
}
