package org.tocsin.core.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.watch.WatchSamples;

class RemarksTest {

    private final Lexicon lexicon = WatchSamples.lexicon();

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "actor:Russia AND type:country > 17 > holds wherever 'actor:Russia' does",
                "a1 OR a1 AND b1 > 6 > wherever it holds, 'a1' does",
                "rain AND rai* > 9 > adds nothing",
                "(a1 OR b1) AND a1 > 1 > holds wherever 'a1' does",
                "event:talks[actor=Russia] AND actor:Russia > 30 > adds nothing",
                "event:talks OR event:talks[modality=occurred] > 15 > 'event:talks' does",
                "lang:en AND NOT lang:ar AND a1 > 12 > adds nothing",
                "lang:en AND source:post.example > 0 > but not for what",
                "ceasefire AND b1 > 0 > event:ceasefire finds",
                "b1 AND turkey > 7 > actor:Turkey finds Turkey (country) by other names",
                "title:\"vladimir putin\" > 0 > actor:\"Vladimir Putin\" finds",
                "ru* AND b1 > 0 > begins very many words",
                "b1 AND the > 7 > in most articles"
            })
    void saysWhatMayNotBeMeant(String text, int offset, String words) throws BadQuery {
        List<Remarks.Remark> remarks = Remarks.on(text, lexicon, Reach.ARTICLE);

        assertThat(remarks).hasSize(1);
        assertThat(remarks.get(0).message()).contains(words);
        assertThat(remarks.get(0).offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor:Russia AND actor:Turkey AND event:ceasefire[modality=announced|occurred]",
                "storm AND (cable OR pipeline) AND NOT drill",
                "source:post.example AND storm",
                "event:talks[actor=Russia, target=Turkey] AND NOT event:talks[modality=refused]"
            })
    void keepsSilentOnWhatIsPlain(String text) throws BadQuery {
        assertThat(Remarks.on(text, lexicon, Reach.ARTICLE)).isEmpty();
    }

    @Test
    void letsASentenceHaveWhatItsArticleHas() throws BadQuery {
        String text = "event:talks[actor=Russia] AND actor:Russia";

        assertThat(Remarks.on(text, lexicon, Reach.SENTENCE)).isEmpty();
    }

    @Test
    void weighsEachStepAlone() throws BadQuery {
        List<Remarks.Remark> remarks = Remarks.on("storm THEN rain AND rai*", lexicon, Reach.SPAN);

        assertThat(remarks).extracting(Remarks.Remark::offset).containsExactly(20);
    }

    @Test
    void saysWhoElseHasTheName() throws BadQuery {
        var actors = new ArrayList<>(lexicon.actors());
        actors.add(
                Actor.named("turkey-texas", "Turkey, Texas", ActorType.PLACE, List.of("Turkey")));
        Lexicon ambiguous = Lexicon.of(actors);

        List<Remarks.Remark> remarks =
                Remarks.on("storm AND event:talks[target=Turkey]", ambiguous, Reach.ARTICLE);

        assertThat(remarks).hasSize(1);
        assertThat(remarks.get(0).offset()).isEqualTo(29);
        assertThat(remarks.get(0).message())
                .isEqualTo(
                        "'Turkey' is taken for Turkey (country); it is also a name of Turkey, Texas"
                                + " (place), which is turkey-texas");
        assertThat(Remarks.on("actor:turkey", ambiguous, Reach.ARTICLE)).isEmpty();
    }
}
