package org.tocsin.core.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.text.Words;

class FieldTextTest {

    /** Letters of many scripts, marks, joiners, stops and blanks. */
    private static final String LETTERS =
            "abzABZ019 .,'-\n\u00a0éÉßæøłıİйЙїё\u0301\u00adسلاميـ\u200cیकाक中文かカ한글\ud83d\ude00\ud801\udc00ﬁ";

    @Test
    void cutsAndFoldsAsWordsDoes() {
        var random = new Random(11);

        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int letter = 0; letter < random.nextInt(20); letter++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            var words = Words.of(text.toString());
            FieldText field = FieldText.text(text.toString());

            assertThat(field.size()).as(text.toString()).isEqualTo(words.size());
            for (int word = 0; word < words.size(); word++) {
                assertThat(field.folded(word)).isEqualTo(words.folded(word));
                assertThat(field.hash(word)).isEqualTo(Term.Kind.WORD.hash(words.folded(word)));
                assertThat(field.firstFrom(words.start(word))).isEqualTo(word);
            }
        }
    }
}
