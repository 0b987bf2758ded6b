package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
}
