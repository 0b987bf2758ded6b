package org.tocsin.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void saysNothingWhenUnsure() {
        assertThat(LanguageDetector.of(null, "")).isNull();
        assertThat(LanguageDetector.of(null, "12 34")).isNull();
        assertThat(LanguageDetector.of("nonsense!", "ok")).isNull();
    }
}
