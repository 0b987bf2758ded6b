package org.tocsin.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private static final Lexicon LEXICON = Lexicon.shipped();

    @ParameterizedTest
    @CsvSource({
        "Russia, russia",
        "russian federation, russia",
        "Russian, russia",
        "U.S., united-states",
        "Türkiye, turkey",
        "Sana'a, sanaa",
        "Sanaa, sanaa",
        "Moscow, moscow",
        "the Vatican, vatican-city",
        "the Kremlin, russia",
        "White House, united-states",
        "Putin, vladimir-putin",
        "Путина, vladimir-putin",
        "Владимиру Путину, vladimir-putin",
        "Москвой, moscow",
        "России, russia",
        "российских, russia",
        "Bashar Assad, bashar-al-assad",
        "Bashar el-Assad, bashar-al-assad",
        "Rowhani, hassan-rouhani",
        "وروسيا, russia",
        "بوتين, vladimir-putin",
        "Jaish el-Islam, jaysh-al-islam",
        "Mohamed bin Salman, mohammed-bin-salman",
        "Сергеем Лавровым, sergey-lavrov",
        "普京, vladimir-putin",
        "ארדואן, recep-tayyip-erdogan",
        "N.A.T.O., nato",
        "Daesh, islamic-state",
    })
    void findsAnActorByAnyOfItsNames(String name, String id) {
        var actors = LEXICON.named(name);

        assertThat(actors).isNotEmpty();
        assertThat(actors.get(0).id()).isEqualTo(id);
    }

    @Test
    void shipsAtLeastSixThousandActors() {
        assertThat(LEXICON.actors()).hasSizeGreaterThan(6000);
    }

    @Test
    void suggestsWhatAMisspeltNameMayHaveMeant() {
        assertThat(LEXICON.suggestions("Rusia")).contains("Russia");
        assertThat(LEXICON.suggestions("Xqzw")).isEmpty();
    }

    @Test
    void knowsNobodyByAWordOfNobody() {
        assertThat(LEXICON.named("umbrella")).isEmpty();
        assertThat(LEXICON.named("")).isEmpty();
    }
}
