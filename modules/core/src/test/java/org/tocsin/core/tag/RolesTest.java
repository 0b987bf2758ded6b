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
