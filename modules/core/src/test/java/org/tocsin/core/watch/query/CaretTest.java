package org.tocsin.core.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.watch.query.Caret.Wants;

class CaretTest {

    /** The caret stands at the ^; what is typed and what it replaces follow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "^; CLAUSE; ``; ``",
                "act^; CLAUSE; act; act",
                "actor:^; ACTOR; ``; ``",
                "actor:Rus^; ACTOR; Rus; Rus",
                "actor:Rus^sia AND x; ACTOR; Rus; Russia",
                "actor:\"Vladimir P^; ACTOR; Vladimir P; \"Vladimir P",
                "actor:\"Vlad^imir Putin\" AND x; ACTOR; Vlad; \"Vladimir Putin\"",
                "actor:\"Vlad^ AND actor:\"Ada Lee\"; ACTOR; Vlad; \"Vlad",
                "event:cea^; TOPIC; cea; cea",
                "event:talks[^; ROLE; ``; ``",
                "event:talks[act^; ROLE; act; act",
                "event:talks[actor=Ru^; ACTOR; Ru; Ru",
                "event:talks[actor=\"A, B\"|\"C\", modality=oc^; MODALITY; oc; oc",
                "event:talks[modality=announced|^occ; MODALITY; ``; occ",
                "event:talks[actor=Russia] A^; OPERATOR; A; A",
                "type:arm^; TYPE; arm; arm",
                "source:tass^; SOURCE; tass; tass",
                "lang:^; LANGUAGE; ``; ``",
                "title:fl^; WORDS; fl; fl",
                "flood ^; OPERATOR; ``; ``",
                "flood AN^; OPERATOR; AN; AN",
                "flood AND ^; CLAUSE; ``; ``",
                "(flood OR (^; CLAUSE; ``; ``",
                "flood NEAR/5 ^; CLAUSE; ``; ``",
                "NOT ac^; CLAUSE; ac; ac",
                "\"heavy we^; WORDS; heavy we; \"heavy we",
            })
    void knowsWhatMayStandThere(String marked, Wants wants, String typed, String replaced) {
        int at = marked.indexOf('^');
        String text = marked.substring(0, at) + marked.substring(at + 1);

        Caret caret = Caret.at(text, at);

        assertThat(caret.wants()).isEqualTo(wants);
        assertThat(caret.typed()).isEqualTo(typed);
        assertThat(text.substring(caret.from(), caret.to())).isEqualTo(replaced);
    }

    @Test
    void takesAnyOffset() {
        assertThat(Caret.at("flood", -3).from()).isZero();
        assertThat(Caret.at("flood", 99).typed()).isEqualTo("flood");
    }
}
