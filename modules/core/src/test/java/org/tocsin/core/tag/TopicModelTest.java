package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.lexicon.Lexicon;

class TopicModelTest {

    private static final String UNKNOWN_TO_RULES = "Half of Kherson's people have moved west.";

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    private final TopicReader model =
            new TopicReader(
                    TopicModel.of(
                            List.of(),
                            List.of(
                                    "\t0\taid:-2.00\ttalks:-1.00",
                                    "flour\t3.00\taid:4.00",
                                    "flour lor\t4.00\taid:2.00",
                                    "lor\t2.00\ttalks:-1.00"),
                            new Vocabulary()));

    @Test
    void weighsTermsAndPairsByTheLengthOfTheSentence() {
        read("Flour lorries rolled.");

        double length = Math.sqrt(9 + 16 + 4);
        double odds = -2 + (3 * 4.0 + 4 * 2.0) / length;
        assertThat(model.likelihood(EventTopic.AID))
                .isCloseTo(1 / (1 + Math.exp(-odds)), within(1e-6));
    }

    @Test
    void countsAWordOnceHoweverOftenItIsSaid() {
        read("Flour lorries rolled.");
        double once = model.likelihood(EventTopic.AID);

        read("Flour lorries, flour lorries.");

        assertThat(model.likelihood(EventTopic.AID)).isCloseTo(once, within(1e-6));
    }

    @Test
    void saysOnlyItsConstantOfWordsItNeverMet() {
        read("Nobody came.");

        assertThat(model.likelihood(EventTopic.TALKS))
                .isCloseTo(1 / (1 + Math.exp(1)), within(1e-6));
        assertThat(model.known()).isZero();
        assertThat(model.bestWord(EventTopic.AID, word -> 1)).isEqualTo(-1);
    }

    @Test
    void pointsAtTheWordThatSpeaksMostForTheTopic() {
        read("The flour lorries rolled.");

        assertThat(model.bestWord(EventTopic.AID, word -> 1)).isEqualTo(1);
        assertThat(model.bestWord(EventTopic.AID, word -> word == 1 ? 0 : 1)).isEqualTo(2);
    }

    @Test
    void tellsWhatNoRuleKnowsAndSaysThatTheModelDid() {
        var article = RuleExamplesTest.article(UNKNOWN_TO_RULES);

        assertThat(TAGGER.terms(article)).allMatch(terms -> terms.topicsByRules().isEmpty());
        assertThat(TAGGER.explain(article))
                .extracting(Reason::rule)
                .containsExactly("displacement model");
        assertThat(TAGGER.tag(article).events())
                .allSatisfy(
                        event ->
                                assertThat(event.text())
                                        .isEqualTo(
                                                UNKNOWN_TO_RULES.substring(
                                                        event.start(), event.end())));
    }

    @Test
    void hearsNoEventInWordsOfAnotherSphere() {
        var article =
                RuleExamplesTest.article(
                        "The orchestra's strings fled and returned in the last movement, and the"
                                + " audience in Leipzig went with them.");

        assertThat(TAGGER.tag(article).events()).isEmpty();
    }

    @Test
    void readsNamesByWhatTheyNameAndNotByWho() {
        var one = RuleExamplesTest.article("Merkel met Erdogan in Berlin.");
        var other = RuleExamplesTest.article("Lula met Xi in Beijing.");

        assertThat(TAGGER.terms(one).get(0).terms())
                .isEqualTo(TAGGER.terms(other).get(0).terms())
                .contains("#person", "#place");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Putin met Erdogan in Moscow, and Putin withdrew 300 troops; the withdrawals began.",
                "Half of Kherson's people have moved west."
            })
    void weighsWhatItWasTrainedOn(String sentence) {
        Rules rules = Rules.shipped();
        var actors = new ActorFinder(Lexicon.shipped(), rules.phrases);
        var reading = new Reading("text", sentence, actors.vocabulary());
        List<Found> named = actors.find(List.of(reading), LocalDate.of(2026, 1, 5), null).get(0);
        Set<String> features =
                SentenceTerms.of(reading, 0, named, List.of(), rules.topics.terms()).features();
        var trained =
                new TopicReader(
                        TopicModel.of(
                                Rules.lines("verbs.txt"),
                                features.stream().map(each -> each + "\t1\taid:1").toList(),
                                rules.phrases.vocabulary));

        trained.read(reading, named, reading.opening(0), reading.endWord(0));

        assertThat(trained.known()).isEqualTo(1);
        assertThat(trained.odds(EventTopic.AID))
                .isCloseTo(Math.sqrt(features.size()), within(1e-4));
    }

    private void read(String sentence) {
        var reading = new Reading("text", sentence, new Vocabulary());
        model.read(reading, List.of(), reading.opening(0), reading.endWord(0));
    }
}
