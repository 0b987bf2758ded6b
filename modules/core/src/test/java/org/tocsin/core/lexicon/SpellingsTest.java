package org.tocsin.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Words;

class SpellingsTest {

    private static final Lexicon LEXICON = Lexicon.shipped();
    private static final Spellings SPELLINGS = new Spellings();

    @Test
    void everyFormThatRulesMakeFindsItsActor() {
        var lost = new ArrayList<String>();
        for (Actor actor : LEXICON.actors()) {
            for (String name : actor.names()) {
                for (List<String> form : SPELLINGS.of(name, NameKind.FULL)) {
                    Words words = Words.of(String.join(" ", form));
                    boolean found =
                            LEXICON.index().exactly(words).stream()
                                    .anyMatch(each -> each.actor() == actor);
                    if (words.size() > 0 && !found) {
                        lost.add(actor.id() + ": " + String.join(" ", form));
                    }
                }
            }
        }

        assertThat(lost).isEmpty();
    }

    @Test
    void theShippedLexiconHasNothingToFindButOfficesHeldByTwo() {
        assertThat(LexiconCheck.of(LEXICON.actors()))
                .filteredOn(finding -> !finding.kind().equals("role"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Hassan Rouhani, Hasan Rohani",
        "Hassan Rouhani, Hassan Rowhani",
        "Qasem Soleimani, Qasim Suleymani",
        "Muammar Gaddafi, Muammar Qadhafi",
        "Volodymyr Zelensky, Volodymyr Zelenskyy",
        "Ayman al-Zawahiri, Ayman az-Zawaheri",
    })
    void takesACapitalisedWordForTheSpellingOfAForeignName(String listed, String written) {
        var abroad = Actor.named("x", listed, ActorType.PERSON, List.of()).with(null, "syria");

        assertThat(Lexicon.of(List.of(abroad)).named(written)).containsExactly(abroad);
    }

    @Test
    void takesNoSpellingOfANameThatIsWrittenInLatinAtHome() {
        var actor = Actor.named("x", "Ole Rouhani", ActorType.PERSON, List.of());

        assertThat(Lexicon.of(List.of(actor.with(null, "norway"))).named("Ole Rohani")).isEmpty();
    }

    @Test
    void takesNoWordAloneForASpelling() {
        var listed = List.of("Nouri al-Maliki", "Maliki");
        var actor = Actor.named("x", "x", ActorType.PERSON, listed).with(null, "iraq");

        assertThat(Lexicon.of(List.of(actor)).named("Malaga")).isEmpty();
        assertThat(Lexicon.of(List.of(actor)).named("Nouri al-Malaki")).containsExactly(actor);
    }

    @ParameterizedTest
    @CsvSource({
        "hassan-rouhani, Hassan Rouhani, Hasan Rouhani",
        "bashar-al-assad, Bashar al-Assad, Bashar el Assad",
        "bashar-al-assad, Bashar al-Assad, Bashar Assad",
        "abdel-fattah-el-sisi, Abdel Fattah el-Sisi, Abdulfattah al-Sisi",
        "islamic-state, Исламское государство Ирака и Леванта, Исламского государства Ирака и Леванта",
        "ivan-birk, Иван Бирк, Иваном Бирком",
        "olena-horska, Олена Горська, Оленою Горською",
        "syrian-army, الجيش السوري, والجيش السوري",
        "syrian-army, الجيش السوري, للجيش السوري",
        "knesset, כנסת, ובכנסת",
        "united-nations, UN, U.N.",
        "sanaa, Sana'a, Sanaa",
        "kovac, Ana Kovač, Ana Kovac",
        "al-nusra, Jabhat al-Nusra, JABHAT EN-NUSRA",
    })
    void findsAnActorInItsUsualSpellings(String id, String listed, String written) {
        var actor = Actor.named(id, listed, ActorType.PERSON, List.of());

        List<Actor> found = Lexicon.of(List.of(actor)).named(written);

        assertThat(found).containsExactly(actor);
    }
}
