package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentHashTest {

    /** Where one of these changes, {@link ContentHash#VERSION} is to be raised. */
    @Test
    void isFixedForAVersion() {
        assertThat(ContentHash.VERSION).isEqualTo(1);
        assertThat(hash("Ferry aground off Orle", "Two tugs pulled for six hours."))
                .isEqualTo(9108750045899006314L);
        assertThat(hash("海港", "Порт Торина снова открыт")).isEqualTo(-2730364220346643330L);
        assertThat(hash("…", "—")).isEqualTo(-7449575819938039403L);
    }

    @Test
    void countsNeitherCaseNorMarks() {
        assertThat(hash("FERRY aground", "Two tugs - pulled"))
                .isEqualTo(hash("Ferry: aground!", "two tugs pulled"));
    }

    private static long hash(String title, String text) {
        return ContentHash.of(Tokens.of(title), Tokens.of(text));
    }
}
