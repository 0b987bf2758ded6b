package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseIndexTest {

    private static final Rules RULES = Rules.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The army has pulled its tanks back from the edge of the town and shelled two.",
                "Talks on a ceasefire will not resume, the minister said, before troops leave.",
                "Warplanes carried out at least ten air strikes on villages held by the rebels.",
                "Россия не выведет войска из города.",
                "أعلنت الوزارة وقف إطلاق النار في المدينة."
            })
    void findsWhatAskingEveryPhraseAtEveryWordFinds(String sentence) {
        var reading = new Reading("text", sentence, RULES.phrases.vocabulary);
        int end = reading.words.size();

        var found = RULES.events.in(reading, 0, end);

        assertThat(found.stream().filter(hit -> !hit.meaning().isFigure()).map(this::told))
                .containsExactlyInAnyOrderElementsOf(askedOneByOne(reading, end));
    }

    private String told(PhraseIndex.Hit<EventRule> hit) {
        return told(hit.meaning(), hit.phrase(), hit.from(), hit.words());
    }

    private static String told(EventRule rule, Phrase phrase, int from, long words) {
        return rule.name() + rule.abroad() + " '" + phrase.text() + "' " + from + " " + words;
    }

    private static List<String> askedOneByOne(Reading reading, int end) {
        return RULES.eventRules.stream()
                .flatMap(
                        rule ->
                                rule.triggers().stream()
                                        .flatMap(phrase -> asked(rule, phrase, reading, end)))
                .toList();
    }

    private static Stream<String> asked(EventRule rule, Phrase phrase, Reading reading, int end) {
        return IntStream.range(0, end)
                .filter(at -> phrase.first().containsKey(reading.word(at)))
                .filter(at -> phrase.at(reading, at, end) != 0)
                .mapToObj(at -> told(rule, phrase, at, phrase.at(reading, at, end)));
    }

    @Test
    void wordsKeepTheirNumbersWhenTheVocabularyGrows() {
        var vocabulary = new Vocabulary();
        var numbers = new ArrayList<Integer>();

        IntStream.range(0, 20_000).forEach(i -> numbers.add(vocabulary.add("word" + i)));

        assertThat(numbers).doesNotHaveDuplicates().doesNotContain(Vocabulary.UNKNOWN);
        assertThat(IntStream.range(0, 20_000).mapToObj(i -> vocabulary.of("word" + i)))
                .containsExactlyElementsOf(numbers);
        assertThat(vocabulary.of("none")).isEqualTo(Vocabulary.UNKNOWN);
    }
}
