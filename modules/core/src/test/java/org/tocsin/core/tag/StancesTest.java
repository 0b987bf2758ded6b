package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.core.lexicon.Lexicon;

/** Runs the examples that stand beside each stance. */
class StancesTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("taken")
    void whoTakesTheStanceDidNotDoIt(String stance, String sentence) {
        Tags tags = TAGGER.tag(RuleExamplesTest.article(sentence));

        assertThat(deeds(tags)).isNotEmpty();
        for (EventTag deed : deeds(tags)) {
            assertThat(deed.actor()).as(deed.topic()).doesNotContain(subject(tags));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("met")
    void whoMeetsItIsItsTarget(String sentence) {
        Tags tags = TAGGER.tag(RuleExamplesTest.article(sentence));

        assertThat(deeds(tags))
                .allSatisfy(deed -> assertThat(deed.target()).contains(subject(tags)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("notTaken")
    void whoTakesItNotDidIt(String stance, String sentence) {
        Tags tags = TAGGER.tag(RuleExamplesTest.article(sentence));

        assertThat(deeds(tags))
                .anySatisfy(deed -> assertThat(deed.actor()).contains(subject(tags)));
    }

    @Test
    void refusesAStanceThatNobodyTakes() {
        var rule = List.of("- stance: bystander", "  of: any", "  tells: v:watch");

        assertThatThrownBy(() -> Stances.read(rule)).hasMessageContaining("bystander");
    }

    static Stream<Arguments> taken() throws IOException {
        return examples("yes");
    }

    static Stream<String> met() throws IOException {
        return examples("yes")
                .filter(example -> example.get()[0].equals("victim"))
                .map(example -> (String) example.get()[1]);
    }

    static Stream<Arguments> notTaken() throws IOException {
        return examples("no");
    }

    /** To accuse is an event of its own, which the one who condemns does. */
    private static List<EventTag> deeds(Tags tags) {
        return tags.events().stream().filter(event -> !event.topic().equals("accusation")).toList();
    }

    /** Who is named first, or stands for its state. */
    private static String subject(Tags tags) {
        return tags.actors().stream()
                .filter(actor -> actor.type() != ActorType.PLACE)
                .min(Comparator.comparingInt(actor -> actor.mentions().get(0).start()))
                .orElseThrow()
                .id();
    }

    private static Stream<Arguments> examples(String field) throws IOException {
        var examples = new ArrayList<Arguments>();
        for (JsonNode rule : RuleFileTest.byYaml("stances.yaml")) {
            for (JsonNode text : rule.path(field)) {
                examples.add(Arguments.of(rule.get("stance").asText(), text.asText()));
            }
        }
        return examples.stream();
    }
}
