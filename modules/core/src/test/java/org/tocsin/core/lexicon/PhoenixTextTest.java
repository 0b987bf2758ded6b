package org.tocsin.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoenixTextTest {

    @Test
    void readsNamesAsPeopleWriteThemAndCodesWithTheirDays() {
        var read =
                PhoenixText.read(
                        """
                        # a dictionary
                        ANA_DE_BIRK_  # a source
                        +ANA_MCBIRK_AL-RASKI
                        \t[ARLGOV 990312-20050301]
                        \t[ARLELI <850101][ARLGOV >100630]

                        HARBOUR_GUARD_(HG)_ [ARLREB] # two names
                        """);

        assertThat(read.refusals()).isEmpty();
        assertThat(read.entries()).hasSize(2);
        assertThat(read.entries().get(0).names())
                .containsExactly("Ana de Birk", "Ana McBirk al-Raski");
        assertThat(read.entries().get(0).codes())
                .containsExactly(
                        code("ARLGOV", "1999-03-12", "2005-03-01"),
                        code("ARLELI", null, "1985-01-01"),
                        code("ARLGOV", "2010-06-30", null));
        assertThat(read.entries().get(1).line()).isEqualTo(7);
        assertThat(read.entries().get(1).names()).isEqualTo(List.of("Harbour Guard", "HG"));
    }

    @Test
    void refusesALineByItsNumberAndKeepsTheOthers() {
        var read =
                PhoenixText.read(
                        "+BEFORE_ANY_ACTOR_\n"
                                + "ANA_BIRK_ [ARLGOV 991399-991401]\n"
                                + "JON_RASK_ [ARLGOV\n"
                                + "???\n");

        assertThat(read.entries())
                .extracting(PhoenixText.Entry::name)
                .containsExactly("Ana Birk", "Jon Rask");
        assertThat(read.refusals()).extracting(Refusal::line).containsExactly(1, 2, 3, 4);
    }

    private static PhoenixText.Code code(String code, String from, String to) {
        return new PhoenixText.Code(code, day(from), day(to));
    }

    private static LocalDate day(String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
