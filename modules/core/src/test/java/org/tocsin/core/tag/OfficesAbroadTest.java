package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Lexicon;

/** Who held an office on the day, however a language puts the office beside its state. */
class OfficesAbroadTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    @ParameterizedTest
    @CsvSource({
        "ru, Министр обороны России подписал приказ., sergei-shoigu",
        "uk, Президент Франції прибув до Одеси., emmanuel-macron",
        "fr, Le président de la Turquie a appelé Kiev., recep-tayyip-erdogan",
        "es, El ministro de Exteriores ruso habló con Quito., sergey-lavrov",
        "it, Il presidente della Russia è arrivato in Armenia., vladimir-putin",
        "ar, وزير الخارجية التركي يزور الدوحة, mevlut-cavusoglu",
        "fa, وزیر خارجه روسیه به مسقط رفت., sergey-lavrov",
        "he, נשיא צרפת נפגש עם ראש העיר., emmanuel-macron",
        "el, Ο πρόεδρος της Γαλλίας μίλησε στη Λυών., emmanuel-macron",
        "tr, Rusya Dışişleri Bakanı Bakü'ye gitti., sergey-lavrov",
        "zh, 俄罗斯外长会见了代表。, sergey-lavrov",
        "ja, ロシアの大統領が演説した。, vladimir-putin",
        "ko, 프랑스 대통령이 연설했다., emmanuel-macron",
    })
    void knowsTheHolder(String language, String text, String holder) {
        assertThat(actors(language, text)).contains(holder);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Бывший министр обороны России написал книгу., sergei-shoigu",
        "ru, Заместитель министра обороны России написал книгу., sergei-shoigu",
        "fr, L'ancien président de la Turquie est mort., recep-tayyip-erdogan",
        "ar, وزير الخارجية التركي السابق يزور الدوحة, mevlut-cavusoglu",
    })
    void knowsThatTheHolderIsNotMeant(String language, String text, String holder) {
        assertThat(actors(language, text)).doesNotContain(holder);
    }

    @Test
    void leavesAnOfficeToTheNameBehindIt() {
        assertThat(actors("ru", "Президент России Дмитрий Медведев выступил в Казани."))
                .contains("dmitry-medvedev")
                .doesNotContain("vladimir-putin");
    }

    private static List<String> actors(String language, String text) {
        Instant now = Instant.parse("2018-03-02T10:00:00Z");
        var article =
                new Article(
                        "a", null, null, null, null, "", text, language, now, null, now, null,
                        null);
        return TAGGER.tag(article).actors().stream().map(ActorTag::id).toList();
    }
}
