package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CopiesTest {

    private static final Map<String, Wire.Edit> EDITS = edits();

    private static Map<String, Wire.Edit> edits() {
        var edits = new LinkedHashMap<String, Wire.Edit>();
        edits.put("unchanged", story -> story);
        edits.put("cut to a third", Wire::cutToAThird);
        edits.put("extended", Wire::extended);
        edits.put("re-headed", Wire::reheaded);
        edits.put("other prefix", Wire::otherPrefix);
        edits.put("furniture", Wire::withFurniture);
        edits.put("respelt", Wire::respelt);
        edits.put("re-ordered", Wire::reordered);
        edits.put("tightened", Wire::tightened);
        return edits;
    }

    static Stream<Arguments> editedStories() {
        return Wire.stories().stream()
                .flatMap(
                        story ->
                                EDITS.keySet().stream()
                                        .map(edit -> Arguments.of(story.id(), edit)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("editedStories")
    void knowsAnEditedStoryForACopy(String id, String edit) {
        var deduper = new Deduper(new InMemoryArchive());
        List<Wire.Story> stories = Wire.stories();
        stories.forEach(
                story ->
                        deduper.tell(
                                Wire.article(story.id(), "wire.example", story, Duration.ZERO)));
        Wire.Story edited = EDITS.get(edit).apply(Wire.story(id, stories));

        Verdict verdict =
                deduper.tell(Wire.article("x", "paper.example", edited, Duration.ofHours(3)))
                        .verdict();

        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.COPY);
        assertThat(verdict.of()).isEqualTo(id);
        assertThat(verdict.similarity()).isBetween(0.45, 1.0);
        assertThat(verdict.origins()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("editedStories")
    void knowsTheOriginalForACopyOfAnEditedStoryThatCameFirst(String id, String edit) {
        var deduper = new Deduper(new InMemoryArchive());
        List<Wire.Story> stories = Wire.stories();
        Wire.Story edited = EDITS.get(edit).apply(Wire.story(id, stories));
        deduper.tell(Wire.article("x", "paper.example", edited, Duration.ZERO));

        List<Verdict> verdicts =
                stories.stream()
                        .map(
                                story ->
                                        deduper.tell(
                                                        Wire.article(
                                                                story.id(),
                                                                "wire.example",
                                                                story,
                                                                Duration.ofHours(1)))
                                                .verdict())
                        .toList();

        assertThat(verdicts)
                .filteredOn(verdict -> verdict.verdict() == Verdict.Kind.COPY)
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.id()).isEqualTo(id))
                .satisfies(verdict -> assertThat(verdict.of()).isEqualTo("x"));
    }

    @Test
    void knowsAReprintUnderALeadOfTheOutletsOwn() {
        String night =
                "Families of Ostrava Bay spent Monday night by the quay for word of the Alba.";

        assertThat(second(SINKING + BODY, night + BODY)).isEqualTo(Verdict.Kind.COPY);
        assertThat(second(night + BODY, SINKING + BODY)).isEqualTo(Verdict.Kind.COPY);
        assertThat(second(SINKING + BODY, night.replace("Monday", "Thursday") + BODY))
                .isEqualTo(Verdict.Kind.NEW);
    }

    @Test
    void knowsADispatchWhoseLeadWasCutInTwo() {
        String inTwo =
                """
                The coaster Alba sank off Ostrava Bay on Monday, taking 17 of its crew with it. \
                With that the worst week of the year for the coast came to its end, the harbour \
                master said.
                He spoke for an hour at the quay and took no questions from those who had come. \
                Schools will stay closed, and a fund was opened for those who lost somebody at \
                sea. The bishop will hold a service, the town band has put off its concert and \
                the fish market is not to open before the end of the week.""";

        assertThat(second(SINKING + BODY, inTwo + BODY.substring(0, BODY.length() / 3)))
                .isEqualTo(Verdict.Kind.COPY);
    }

    @Test
    void knowsAReprintThatComesToTheNewsInItsSecondSentence() {
        String ownFirst =
                "Nobody on this stretch of the shore slept much before the working week began."
                        + " The Alba, a coaster, sank with 17 of its crew off Ostrava Bay, and the"
                        + " harbour master called it this year's worst week for his coast.";

        assertThat(second(SINKING + BODY, ownFirst + BODY)).isEqualTo(Verdict.Kind.COPY);
    }

    private static final String SINKING =
            "The coaster Alba sank off Ostrava Bay on Monday, taking 17 of its crew with it in the"
                    + " worst week of the year for the coast, the harbour master said.";

    private static final String BODY =
            """

            Two tugs and a lifeboat searched until the wind turned and drove them back to port.
            "We heard one call and then nothing more," said a pilot who had been on watch. "She \
            was low in the water when she left us."
            The owner told all three sister ships to stay where they are until their hatches have \
            been looked at by an inspector, who is expected from the capital.
            Ships of that age are often lost on this coast, where charts are poor, pilots few and \
            freight rates too low for repairs to be made in time.
            A court will hear the mate, who was pulled from the water with a broken arm.""";

    private static Verdict.Kind second(String first, String second) {
        var deduper = new Deduper(new InMemoryArchive());
        deduper.tell(
                Wire.article(
                        "a", "one.example", "Coaster Alba sinks in bay", first, Duration.ZERO));
        return deduper.tell(
                        Wire.article(
                                "b",
                                "two.example",
                                "A night by the water",
                                second,
                                Duration.ofHours(5)))
                .verdict()
                .verdict();
    }
}
