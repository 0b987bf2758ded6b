package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Lexicon;

/** Surnames that many bear, behind the office of one of them. */
class OfficeBeforeTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    @ParameterizedTest
    @CsvSource({
        "en, 2016-05, Defence Secretary Fallon toured the shipyard., michael-fallon",
        "en, 2018-05, German Foreign Minister Maas arrived late., heiko-maas",
        "en, 2016-05, Britain's foreign secretary Hammond wrote back., philip-hammond",
        "en, 2020-05, The former defence secretary Fallon disagreed., michael-fallon",
        "tr, 2017-05, Dışişleri Bakanı Çavuşoğlu Lefkoşa'ya indi., mevlut-cavusoglu",
        "tr, 2018-10, Savunma Bakanı Akar'ın uçağı indi., hulusi-akar",
        "de, 2018-05, Dann sprach Außenminister Maas in Dakar., heiko-maas",
        "fr, 2020-05, La ministre des Armées Parly est à Gao., florence-parly",
        "es, 2020-05, La ministra de Exteriores González Laya viajó., arancha-gonzalez-laya",
        "it, 2017-05, Il ministro degli Esteri Alfano ha risposto., angelino-alfano",
        "ru, 2016-05, Министр обороны Украины Полторак прибыл., stepan-poltorak",
        "ar, 2016-05, وصل وزير الخارجية شكري إلى بغداد, sameh-shoukry",
    })
    void knowsWhoHoldsIt(String language, String month, String text, String holder) {
        assertThat(actors(language, month, text)).contains(holder);
    }

    @ParameterizedTest
    @CsvSource({
        // Neither then nor there.
        "en, 2020-05, Defence Secretary Fallon toured the shipyard., michael-fallon",
        "en, 2016-05, The Moldovan defence secretary Fallon toured it., michael-fallon",
        "en, 2016-05, Finance Minister Fallon toured the shipyard., michael-fallon",
        // Another of that surname, and none at all.
        "en, 2016-05, The defence secretary Fallon Otto toured the old yard., michael-fallon",
        "de, 2018-05, Mit dem Außenminister maß er sich nie., heiko-maas",
        "tr, 2018-10, Savunma Bakanı akar suyu gösterdi., hulusi-akar",
    })
    void knowsWhoDoesNot(String language, String month, String text, String other) {
        assertThat(actors(language, month, text)).doesNotContain(other);
    }

    @Test
    void knowsTheSurnameAloneFromThenOn() {
        String text = "Defence Secretary Fallon landed. The crowd waited. Fallon would not stop.";

        List<ActorTag> found = tag("en", "2016-05", text).actors();

        assertThat(found)
                .filteredOn(actor -> actor.id().equals("michael-fallon"))
                .flatExtracting(ActorTag::mentions)
                .hasSize(2);
    }

    private static List<String> actors(String language, String month, String text) {
        return tag(language, month, text).actors().stream().map(ActorTag::id).toList();
    }

    private static Tags tag(String language, String month, String text) {
        Instant now = Instant.parse(month + "-11T10:00:00Z");
        return TAGGER.tag(
                new Article(
                        "a", null, null, null, null, "", text, language, now, null, now, null,
                        null));
    }
}
