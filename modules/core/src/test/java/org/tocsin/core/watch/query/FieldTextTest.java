package org.tocsin.core.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

class FieldTextTest {

    /** Letters of many scripts, marks, joiners, stops and blanks. */
    private static final String LETTERS =
            "abzABZ019 .,'-\n\u00a0éÉßæøłıİйЙїё\u0301\u00adسلاميـ\u200cیकाक中文かカ한글\ud83d\ude00\ud801\udc00ﬁ";

    /** Of which {@link HashedWords} can cut the first two thirds without help. */
    private static final int KNOWN = LETTERS.indexOf('中');

    private final Random random = new Random(11);

    @Test
    void cutsAndFoldsAsWordsDoes() {
        for (int i = 0; i < 5_000; i++) {
            assertCutAsWords(text(random.nextInt(20), LETTERS.length()));
        }
    }

    /** Longer than what is cut in one go. */
    @Test
    void cutsLongTextsAsWordsDoes() {
        for (int i = 0; i < 40; i++) {
            assertCutAsWords(text(3_000 + random.nextInt(500), KNOWN));
            assertCutAsWords("a".repeat(random.nextInt(2_500)) + text(random.nextInt(100), KNOWN));
        }
    }

    /** Of eight letters, sixteen and more, and of several alphabets. */
    @Test
    void tellsWordsApartByTheirHashes() {
        var hashes = new HashMap<Long, String>();
        for (int i = 0; i < 100_000; i++) {
            String word = Fold.fold(text(1 + random.nextInt(20), LETTERS.length()));

            String other = hashes.put(Term.Kind.WORD.hash(word), word);

            assertThat(other).isIn(null, word);
        }
    }

    private String text(int letters, int kinds) {
        var text = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            text.append(LETTERS.charAt(random.nextInt(kinds)));
        }
        return text.toString();
    }

    private static void assertCutAsWords(String text) {
        var words = Words.of(text);
        FieldText field = FieldText.text(text);

        assertThat(field.size()).as(text).isEqualTo(words.size());
        for (int word = 0; word < words.size(); word++) {
            assertThat(field.folded(word)).as(text).isEqualTo(words.folded(word));
            assertThat(field.hash(word)).isEqualTo(Term.Kind.WORD.hash(words.folded(word)));
            assertThat(field.firstFrom(words.start(word))).isEqualTo(word);
        }
    }
}
