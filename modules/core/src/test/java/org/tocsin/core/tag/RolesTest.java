package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Lexicon;

class RolesTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    @Test
    void aStateAndItsManDoItTogether() {
        var event = event("Russian President Putin met with Egypt's Sisi on Sunday.", "talks");

        assertThat(event.actor()).containsExactly("russia", "vladimir-putin");
        assertThat(event.target()).containsExactly("egypt", "abdel-fattah-el-sisi");
    }

    @Test
    void aLandBeforeAColonIsWhereItHappens() {
        var heading = event("Kenya: Six killed in raid on a farm.", "casualties");
        var speaker = event("Kenya: Government to send troops to Haiti.", "deployment");

        assertThat(heading.actor()).isEmpty();
        assertThat(heading.target()).containsExactly("kenya");
        assertThat(speaker.actor()).containsExactly("kenya");
    }

    @Test
    void whoRepelsOrCondemnsItInThePassiveDidNotDoIt() {
        var repelled = event("A Turkish raid on Afrin was repelled by Hezbollah.", "ground-attack");
        var condemned =
                event("The air strike on Derna was condemned by France.", "military-strike");

        assertThat(repelled.actor()).containsExactly("turkey");
        assertThat(repelled.target()).contains("hezbollah");
        assertThat(condemned.actor()).isEmpty();
    }

    @Test
    void whoseManHeIsDoesNotAct() {
        var event = event("Macron's coalition ally François Bayrou resigned.", "resignation");

        assertThat(event.actor()).containsExactly("francois-bayrou");
    }

    @Test
    void whereThoseAreWhoAreHitIsNotWhomItHits() {
        var event = event("A mine killed two Turkish soldiers in northern Iraq.", "casualties");

        assertThat(event.target()).containsExactly("turkey");
    }

    @Test
    void aParticipleWithoutItsObjectTellsWhatWasDone() {
        var event = event("Navalny jailed for nine years, his lawyer says.", "detention");

        assertThat(event.actor()).isEmpty();
        assertThat(event.target()).containsExactly("alexei-navalny");
    }

    @Test
    void theGroupIsTheOneOfTheSentenceBefore() {
        var group =
                event(
                        "A camp of Hezbollah was looted. The group shelled Kiryat Shmona.",
                        "military-strike");
        var own =
                event("France shut its base. Its last soldiers withdrew from Mali.", "withdrawal");

        assertThat(group.actor()).containsExactly("hezbollah");
        assertThat(own.actor()).containsExactly("france");
    }

    @Test
    void whoCondemnsOrWelcomesADeedDidNotDoIt() {
        var condemned = event("France condemned the raid on Goma.", "ground-attack");
        var welcomed = event("Egypt welcomed the truce in Gaza.", "ceasefire");

        assertThat(condemned.actor()).isEmpty();
        assertThat(condemned.target()).containsExactly("goma");
        assertThat(welcomed.actor()).isEmpty();
    }

    @Test
    void whoIsAlarmedByAnAttackDidNotMakeIt() {
        var voiced = event("Kenya expressed concern at the shelling of Goma.", "military-strike");
        var feared = event("Israel fears an attack on Haifa.", "ground-attack");
        var stopped = event("Russia called off the attack on Sumy.", "ground-attack");

        assertThat(voiced.actor()).isEmpty();
        assertThat(feared.actor()).isEmpty();
        assertThat(stopped.actor()).containsExactly("russia");
    }

    @Test
    void whoIsOnlyCitedDoesNothing() {
        var event =
                event("According to Macron, Germany has sent humanitarian aid to Lebanon.", "aid");

        assertThat(event.actor()).containsExactly("germany");
        assertThat(event.target()).containsExactly("lebanon");
    }

    @Test
    void whatIsTakenStandsAfterOf() {
        var event = event("Markets rose after the recapture of Mosul.", "territory-change");

        assertThat(event.actor()).isEmpty();
        assertThat(event.target()).containsExactly("mosul");
    }

    @Test
    void theOneCongratulatedDidIt() {
        var event = event("Iran congratulated Iraq on recapturing Mosul.", "territory-change");

        assertThat(event.actor()).containsExactly("iraq");
    }

    @Test
    void aTellerThatSpeaksOfItselfDoesIt() {
        var announced =
                event("Norway announced it will withdraw its troops from Mali.", "withdrawal");
        var told = event("France said on Monday that it had sent troops to Niger.", "deployment");
        var other = event("Norway said Sweden would withdraw its troops from Mali.", "withdrawal");

        assertThat(announced.actor()).containsExactly("norway");
        assertThat(announced.target()).containsExactly("mali");
        assertThat(told.actor()).containsExactly("france");
        assertThat(other.actor()).containsExactly("sweden");
    }

    @Test
    void aCompoundNamesTheMediator() {
        var event = event("The rivals held NATO-mediated talks in Doha.", "mediation");

        assertThat(event.actor()).containsExactly("nato");
    }

    @Test
    void talksThatSomeoneWillTakePartInAreStillToCome() {
        assertThat(event("Serbia will resume trade talks with Kosovo.", "talks").modality())
                .isEqualTo(Modality.ANNOUNCED);
        assertThat(
                        event(
                                        "The delegation hopes to participate in the negotiations"
                                                + " with Iran.",
                                        "talks")
                                .modality())
                .isEqualTo(Modality.CONDITIONAL);
    }

    @Test
    void theOneAskedWouldDoIt() {
        holds(
                "Mali was urged by Niger to withdraw its troops from Gao.",
                "withdrawal",
                "mali",
                "gao");
        holds("Niger urged Mali to withdraw its troops from Gao.", "withdrawal", "mali", "gao");
        holds("Egypt rejected Oman's offer to mediate in Sudan.", "mediation", "oman", "sudan");
    }

    @Test
    void theOneChargedDidIt() {
        holds("Chad was accused by France of arming Eritrea.", "arms-transfer", "chad", "eritrea");
        holds("Chad was accused by France of arming Eritrea.", "accusation", "france", "chad");
        holds(
                "Spain was charged by Morocco with violating its waters.",
                "accusation",
                "morocco",
                "spain");
    }

    @Test
    void whoDoesItStandsAfterByWithAnAuxiliaryOrWithout() {
        holds("Kherson was given up by Russia.", "territory-change", "russia", "kherson");
        holds(
                "Shells fired by Hezbollah landed near Haifa.",
                "military-strike",
                "hezbollah",
                "haifa");
        holds("Chadian soldiers were ripped apart by a car bomb.", "bombing", "", "chad");
    }

    @Test
    void whatIsToldOfADeedIsNoPartOfIt() {
        holds(
                "The recapture of Palmyra raised eyebrows in Tehran.",
                "territory-change",
                "",
                "palmyra");
        holds(
                "The creation of a buffer zone around Idlib was welcomed in Oslo.",
                "safe-zone",
                "",
                "idlib");
    }

    @Test
    void aManLeavesHisOfficeAndHisStateDoesNot() {
        holds(
                "Kenyan President William Ruto stepped down on Monday.",
                "resignation",
                "william-ruto",
                "");
    }

    @Test
    void whoseMeasuresAreLiftedIsNotWhomTheyHit() {
        holds(
                "Lifting of US trade restrictions against Sudan took effect on Thursday.",
                "sanctions",
                "united-states",
                "sudan");
    }

    @Test
    void theForcesOfTheTellerAreItsOwn() {
        holds(
                "Ethiopia denied that its air force had hit Mekelle.",
                "military-strike",
                "ethiopia",
                "mekelle");
    }

    private static void holds(String text, String topic, String actor, String target) {
        var event = event(text, topic);

        assertThat(event.actor()).as(text).isEqualTo(ids(actor));
        assertThat(event.target()).as(text).isEqualTo(ids(target));
    }

    private static List<String> ids(String id) {
        return id.isEmpty() ? List.of() : List.of(id);
    }

    private static EventTag event(String text, String topic) {
        Instant now = Instant.parse("2025-03-02T10:00:00Z");
        List<EventTag> events =
                TAGGER.tag(
                                new Article(
                                        "a", null, null, null, null, "", text, "en", now, null, now,
                                        null, null))
                        .events();
        return events.stream()
                .filter(event -> event.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + topic + " in " + events));
    }
}
