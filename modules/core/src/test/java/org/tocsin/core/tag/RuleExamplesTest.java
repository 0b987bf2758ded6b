package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Lexicon;

/** Runs the examples that stand beside each rule. */
class RuleExamplesTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("told")
    void tellsItsTopic(String topic, String sentence) {
        assertThat(topics(sentence)).contains(topic);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("notTold")
    void doesNotTellItsTopic(String topic, String sentence) {
        assertThat(topics(sentence)).doesNotContain(topic);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void hearsNothingInAFigureOfSpeech(String sentence) {
        assertThat(topics(sentence)).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void everyTopicHasARule() {
        assertThat(Rules.shipped().eventRules)
                .extracting(EventRule::topic)
                .contains(EventTopic.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "es", "fa", "fr", "ru", "tr"})
    void everyTopicHasARuleInEachLanguage(String language) {
        assertThat(Rules.shipped().languages.of(language).rules)
                .extracting(EventRule::topic)
                .contains(EventTopic.values());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("toldAbroad")
    void tellsItsTopicInItsLanguage(String language, String topic, String sentence) {
        assertThat(topics(article(sentence, language))).contains(topic);
    }

    static Stream<Arguments> toldAbroad() throws IOException {
        var examples = new ArrayList<Arguments>();
        for (var file : new TreeMap<>(Languages.FILES).entrySet()) {
            for (JsonNode rule : RuleFileTest.byYaml(file.getValue())) {
                for (JsonNode text : rule.path("yes")) {
                    String topic = rule.get("topic").asText();
                    examples.add(Arguments.of(file.getKey(), topic, text.asText()));
                }
            }
        }
        return examples.stream();
    }

    static Stream<Arguments> told() throws IOException {
        return examples("yes");
    }

    static Stream<String> figures() {
        return Rules.lines("figures.tsv").stream()
                .map(line -> line.substring(line.indexOf('\t') + 1));
    }

    static Stream<Arguments> notTold() throws IOException {
        return examples("no");
    }

    private static Stream<Arguments> examples(String field) throws IOException {
        var examples = new ArrayList<Arguments>();
        for (String file : Rules.EVENTS) {
            for (JsonNode rule : RuleFileTest.byYaml(file)) {
                for (JsonNode text : rule.path(field)) {
                    examples.add(Arguments.of(rule.get("topic").asText(), text.asText()));
                }
            }
        }
        return examples.stream();
    }

    /** By the rules alone, which these examples are of. */
    private static List<String> topics(String sentence) {
        return TAGGER.terms(article(sentence)).stream()
                .flatMap(terms -> terms.topicsByRules().stream())
                .toList();
    }

    private static List<String> topics(Article article) {
        return TAGGER.tag(article).events().stream().map(EventTag::topic).toList();
    }

    static Article article(String text) {
        return article(text, "en");
    }

    static Article article(String text, String language) {
        Instant time = Instant.parse("2026-03-02T10:00:00Z");
        return new Article(
                "a", null, null, null, null, "", text, language, time, null, time, null, null);
    }
}
