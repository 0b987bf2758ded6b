package org.tocsin.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Words;

class RoleTest {

    private static final Offices OFFICES = Offices.shipped();

    @Test
    void readsDaysYearsAndOpenEnds() {
        assertThat(Role.parse("foreign minister:arland:2004-03-09..2008"))
                .contains(role("2004-03-09", "2008-12-31"));
        assertThat(Role.parse("foreign minister:arland:2004-02..2004-02"))
                .contains(role("2004-02-01", "2004-02-29"));
        assertThat(Role.parse("foreign minister:arland:..")).contains(role(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foreign minister:arland",
                "foreign minister:arland:2004",
                "foreign minister:2004..2008",
                "foreign minister:arland:2008..2004",
                "foreign minister:arland:2004-13..",
                "foreign minister:arland:2004-02-30..",
                ":arland:2004.."
            })
    void refusesWhatIsNoRole(String written) {
        assertThat(Role.parse(written)).isEmpty();
    }

    @Test
    void tellsWhoHeldAnOfficeOnADay() {
        Lexicon lexicon =
                Lexicon.of(
                        List.of(
                                holding("ana-birk", "foreign minister:arland:2004..2008-05-31"),
                                holding("jon-rask", "foreign minister:arland:2008-05-31..")));

        assertThat(ids(lexicon, "2006-01-01")).containsExactly("ana-birk");
        assertThat(ids(lexicon, "2008-05-31")).containsExactly("jon-rask", "ana-birk");
        assertThat(ids(lexicon, "2020-01-01")).containsExactly("jon-rask");
        assertThat(ids(lexicon, "2003-12-31")).isEmpty();
    }

    @Test
    void warnsWhereTwoHeldOneOfficeAndNotWhereYearsAreAllThatIsKnown() {
        var first = holding("ana-birk", "king:arland:2004..2008");
        var inTheYear = holding("jon-rask", "king:arland:2008-03..2010");
        var beside =
                holding("ole-fink", "king:arland:2009..2010|government spokesperson:arland:..");

        assertThat(LexiconCheck.of(List.of(first, inTheYear))).isEmpty();
        assertThat(LexiconCheck.of(List.of(first, inTheYear, beside)))
                .containsExactly(
                        new LexiconCheck.Finding(
                                "role", "king:arland:2009-01-01", List.of("jon-rask", "ole-fink")));
    }

    @ParameterizedTest
    @CsvSource({
        "foreign minister, foreign minister",
        "secretary of state for defence, defence minister",
        "министра иностранных дел, foreign minister",
        "министром обороны, defence minister",
        "главою МЗС, foreign minister",
        "لوزير الخارجية, foreign minister",
        "وزیر امور خارجه, foreign minister",
        "Dışişleri Bakanı, foreign minister",
        "ministre des Affaires étrangères, foreign minister",
    })
    void knowsAnOfficeByItsWordsInAnyLanguageAndCase(String called, String key) {
        Words words = Words.of(called);

        Offices.Hit hit = OFFICES.longest(words, 0, words.size());

        assertThat(hit.words()).isEqualTo(words.size());
        assertThat(hit.offices().get(0).key()).isEqualTo(key);
    }

    private static Role role(String from, String to) {
        return new Role("foreign minister", "arland", day(from), day(to));
    }

    private static LocalDate day(String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }

    private static List<String> ids(Lexicon lexicon, String day) {
        return lexicon.holder("foreign minister", "arland", day(day)).stream()
                .map(Actor::id)
                .toList();
    }

    private static Actor holding(String id, String roles) {
        var none = List.<String>of();
        var held =
                List.of(roles.split("\\|")).stream()
                        .map(role -> Role.parse(role).orElseThrow())
                        .toList();
        return new Actor(
                id,
                id,
                ActorType.PERSON,
                null,
                null,
                List.of(id),
                none,
                none,
                none,
                null,
                none,
                held);
    }
}
