package org.tocsin.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource({
        "en-GB, Что угодно, en",
        "tr_TR, anything, tr",
        "zz, Войска уже вышли из этого города, ru",
        ", Війська вже вийшли з цього міста, uk",
        ", القوات انسحبت من المدينة يوم الاثنين, ar",
        ", نیروها روز دوشنبه از شهر خارج شدند, fa",
        ", הכוחות נסוגו מן העיר, he",
        ", 部队周一撤离了该市, zh",
        ", The troops left the town on Monday after weeks of talks, en",
        ", Les soldats ont quitté la ville lundi après des semaines de discussions, fr",
    })
    void believesWhatIsDeclaredThenTheScriptThenTheModel(
            String declared, String text, String language) {
        assertThat(LanguageDetector.of(declared, text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "en, القوات انسحبت من المدينة يوم الاثنين بعد أسابيع من المحادثات, ar",
        "en-US, Войска вышли из города в понедельник после недель переговоров, ru",
        "ru, The troops left the town on Monday after weeks of talks, en",
        "en, 部队周一撤离了该市, zh",
        "en-US, 'Les soldats ont quitté la ville lundi après des semaines de discussions, a annoncé"
                + " le ministère, et les observateurs arriveront mercredi par le ferry.', fr",
        "sr, Vojska je napustila grad posle nekoliko nedelja pregovora, sr",
        "ar, Reuters: القوات انسحبت من المدينة, ar",
        "en, Astana: Лавров, en",
        "en, Puten and Erdogan met in Sochi, en",
        "no, 'Soldatene forlot byen mandag etter uker med samtaler, opplyste departementet, og"
                + " observatørene kommer onsdag med ferge over sundet.', no",
    })
    void believesADeclarationUnlessTheTextSaysOtherwise(
            String declared, String text, String language) {
        assertThat(LanguageDetector.plausible(declared, text)).isEqualTo(language);
    }

    /** Of the names in a headline the model makes Latin or Portuguese. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A summit is planned in Rome.",
                "Caracas to Curacao ferry resumes",
                "Italian senators oppose the pact"
            })
    void takesAHeadlineForNoOtherLanguageByItsNames(String headline) {
        assertThat(LanguageDetector.of(null, headline)).isIn("en", null);
    }

    @ParameterizedTest
    @CsvSource({
        "Le Premier ministre démissionne, fr",
        "Regierung beschließt Hilfe für Kiew, de",
        "El Gobierno rechaza la tregua, es",
        "Ordu kentten çekildi, tr",
    })
    void knowsAHeadlineInAnotherLanguage(String headline, String language) {
        assertThat(LanguageDetector.of(null, headline)).isIn(language, null);
    }

    @Test
    void saysNothingWhenUnsure() {
        assertThat(LanguageDetector.of(null, "")).isNull();
        assertThat(LanguageDetector.of(null, "12 34")).isNull();
        assertThat(LanguageDetector.of("nonsense!", "ok")).isNull();
    }
}
