package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoriesTest {

    private final Deduper deduper = new Deduper(new InMemoryArchive());
    private final Map<String, Verdict> wire = new HashMap<>();

    private void tellTheWire() {
        for (Wire.Story story : Wire.stories()) {
            wire.put(story.id(), tell("wire.example", story.id(), story, Duration.ZERO));
        }
    }

    private Verdict tell(String source, String id, Wire.Story story, Duration after) {
        return deduper.tell(Wire.article(id, source, story, after)).verdict();
    }

    static Stream<String> retold() {
        return Wire.read("retold.txt").stream().map(Wire.Story::id);
    }

    static Stream<String> related() {
        return Wire.read("related.txt").stream().map(Wire.Story::id);
    }

    @ParameterizedTest
    @MethodSource("retold")
    void joinsAHappeningToldInOtherWords(String id) {
        tellTheWire();
        Wire.Story story = Wire.story(id, Wire.read("retold.txt"));

        Verdict verdict = tell("paper.example", id, story, Duration.ofHours(4));

        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.NEW);
        assertThat(verdict.story()).isEqualTo(wire.get(id.replaceFirst("-\\d$", "")).story());
        assertThat(verdict.origins()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("related")
    void keepsAnotherHappeningOfTheSamePlacesAndPeopleApart(String id) {
        tellTheWire();
        Wire.Story story = Wire.story(id, Wire.read("related.txt"));

        Verdict verdict = tell("paper.example", id + "-x", story, Duration.ofHours(4));

        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.NEW);
        assertThat(verdict.story()).isEqualTo("s-" + id + "-x");
    }

    @Test
    void keepsReportsOfOneTemplateApart() {
        var stories = new ArrayList<String>();
        var verdicts = new ArrayList<Verdict.Kind>();
        List<Wire.Story> reports = Wire.read("templates.txt");
        for (int i = 0; i < reports.size(); i++) {
            Verdict verdict =
                    tell("wire.example", reports.get(i).id(), reports.get(i), Duration.ofHours(i));
            stories.add(verdict.story());
            verdicts.add(verdict.verdict());
        }

        assertThat(verdicts).containsOnly(Verdict.Kind.NEW);
        assertThat(stories).doesNotHaveDuplicates();
    }

    @Test
    void startsAnewOnceAStoryWentQuiet() {
        tellTheWire();
        Wire.Story story = Wire.story("raid-2", Wire.read("retold.txt"));

        Verdict verdict = tell("paper.example", "late", story, Duration.ofHours(80));

        assertThat(verdict.story()).isEqualTo("s-late");
    }
}
