package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.lexicon.Lexicon;

class ModalityModelTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());
    private static final String TEXT =
            "Will the envoys of Iran and Oman hold talks in Muscat? Iran denied on Sunday that it"
                    + " had agreed to a truce.";

    @Test
    void looksAtAllThatItsFileWritesAlike() {
        var terms = Rules.shipped().topics.numbers;
        List<EventTerms> events = TAGGER.events(RuleExamplesTest.article(TEXT));

        var written = new HashSet<String>();
        var hashes = new HashSet<Long>();
        for (EventTerms event : events) {
            for (String one : event.surroundings()) {
                written.add(one);
                hashes.add(Surrounding.hash(one, terms::ofTerm));
            }
        }

        assertThat(events).isNotEmpty();
        assertThat(hashes).hasSameSizeAs(written);
        assertThat(written)
                .contains("topic | talks", "mark | question", "claim | CONDITIONAL", "left | will");
    }

    @Test
    void readsItsFileAsItLooksAtASentence() {
        var numbers = Rules.shipped().topics.numbers;
        String line = "near-left | will\tDENIED:9.00\tOCCURRED:-9.00";
        var model = new ModalityModel(List.of(line), numbers);

        int feature = model.of(Surrounding.hash("near-left | will", numbers::ofTerm));

        assertThat(feature).isNotEqualTo(Vocabulary.UNKNOWN);
        assertThat(model.weight(feature, Modality.DENIED)).isEqualTo(9);
        assertThat(model.of(Surrounding.hash("left | will", numbers::ofTerm)))
                .isEqualTo(Vocabulary.UNKNOWN);
    }

    @Test
    void claimsOtherwiseWhereAWordSpeaksAgainstTheRulesAndSaysWhich() {
        var rules = Rules.shipped();
        String line = "near-left | no\tREFUSED:2.00\tOCCURRED:-1.00";
        var judge = ModalityJudge.of(new ModalityModel(List.of(line), rules.topics.numbers));
        var byRules = new Claims.Claim(Modality.OCCURRED, null, "told as a fact", 3, 4);

        var over = judged(judge, rules, "Juba wants no truce.", byRules);
        var left = judged(judge, rules, "Juba wants a truce.", byRules);

        assertThat(over.modality()).isEqualTo(Modality.REFUSED);
        assertThat(over.how()).isEqualTo("model, against OCCURRED told as a fact");
        assertThat(over.from()).isEqualTo(2);
        assertThat(left).isSameAs(byRules);
    }

    private static Claims.Claim judged(
            ModalityJudge judge, Rules rules, String text, Claims.Claim byRules) {
        var reading = new Reading("text", text, rules.phrases.vocabulary);
        judge.read(reading, List.of(), 0, 4);
        return judge.judge(
                reading, new Trigger(EventTopic.CEASEFIRE, 3, 4, Form.NOUN), false, byRules);
    }
}
