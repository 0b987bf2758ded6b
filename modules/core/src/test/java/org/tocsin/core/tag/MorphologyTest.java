package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MorphologyTest {

    @Test
    void tellsTheFutureByThePresentOfARussianPerfective() {
        var forms = new RussianForms().verb("вывести!/выведет/вывел");

        assertThat(forms)
                .containsEntry("выведут", Form.FUTURE)
                .containsEntry("вывели", Form.PAST)
                .containsEntry("выведены", Form.PARTICIPLE);
    }

    @Test
    void putsTheFuturePrefixBeforeAnArabicImperfect() {
        var forms = new ArabicForms().verb("انسحب");

        assertThat(forms)
                .containsEntry("ستنسحب", Form.FUTURE)
                .containsEntry("انسحبوا", Form.PAST)
                .containsEntry("ينسحبون", Form.THIRD);
    }

    @Test
    void harmonisesTheEndingsOfATurkishVerb() {
        var forms = new TurkishForms().verb("çekmek");

        assertThat(forms)
                .containsEntry("cekti", Form.PAST)
                .containsEntry("cekecek", Form.FUTURE)
                .containsEntry("cekmeyecek", Form.NEGATED)
                .containsEntry("cekebilir", Form.POSSIBLE);
    }

    @Test
    void deniesAPersianVerbByItsPrefix() {
        var forms = new PersianForms().verb("کردن");

        assertThat(forms.values()).contains(Form.PAST, Form.NEGATED, Form.THIRD);
    }

    @Test
    void joinsPrefixAndParticipleOfAGermanVerb() {
        var forms = new GermanForms().verb("abziehen");

        assertThat(forms)
                .containsEntry("abgezogen", Form.PARTICIPLE)
                .containsEntry("abzuziehen", Form.FUTURE);
    }

    @Test
    void conjugatesFrenchAndSpanish() {
        assertThat(new FrenchForms().verb("retirer")).containsEntry("retirera", Form.FUTURE);
        assertThat(new SpanishForms().verb("negar")).containsEntry("niega", Form.THIRD);
    }
}
