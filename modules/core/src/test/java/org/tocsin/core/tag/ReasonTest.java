package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.lexicon.Lexicon;

class ReasonTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    @Test
    void namesThePhraseAndTheWordsThatDecided() {
        String text = "So it goes. France called for a ceasefire in Yemen.";

        List<Reason> reasons = TAGGER.explain(RuleExamplesTest.article(text));

        assertThat(reasons).hasSize(1);
        Reason reason = reasons.get(0);
        assertThat(reason.modality()).isEqualTo(Modality.DEMANDED);
        assertThat(reason.phrase()).isEqualTo("n:ceasefire");
        assertThat(reason.how()).isEqualTo("governed by 'v:call for'");
        assertThat(text.substring(reason.cueStart(), reason.cueEnd())).isEqualTo("called for");
        assertThat(text.substring(reason.start(), reason.end())).isEqualTo("ceasefire");
    }

    @Test
    void givesAReasonForEachEvent() {
        var article =
                RuleExamplesTest.article(
                        "Two years ago the rebels took Hama. Talks between Iran and Iraq failed.");

        List<Reason> reasons = TAGGER.explain(article);

        assertThat(reasons)
                .extracting(Reason::topic)
                .containsExactlyElementsOf(
                        TAGGER.tag(article).events().stream().map(EventTag::topic).toList());
        assertThat(reasons).extracting(Reason::rule).doesNotContainNull();
    }
}
