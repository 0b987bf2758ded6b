package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.text.Words;

/** One pass over a text says what its words, taken one by one, say. */
class TokensTest {

    private static final String LETTERS =
            "abcdefgstuzAEIRSTZéÉßæłİıöğşÀ0129٣абвйїЯЖعربيةـىکעבריתαβΣςのニ中国新聞한국어ﬁ№²"
                    + "\u0301\u064b\u200c\u00ad\u00a0";
    private static final String MARKS =
            " \n.!?:,;'’-\"“”„«»「」()…\ud83d\ude00\ud835\udc00\ud840\udc0b\ud800";

    private final Random random = new Random(5);

    @Test
    void readsTheSameWordsAsWords() {
        var tokens = new Tokens();
        for (int i = 0; i < 3_000; i++) {
            String text = text(random.nextInt(120));

            tokens.read(text);

            assertSameWords(text, tokens);
        }
    }

    @Test
    void knowsEveryLetter() {
        var text = new StringBuilder();
        for (int c = 0; c < 0x10000; c++) {
            text.append((char) c).append("a. ").append((char) c).append(' ');
        }

        assertSameWords(text.toString(), Tokens.of(text.toString()));
    }

    @Test
    void tellsAWordFromAllOthersWhoeverReadIt() {
        String text = "a ab ba aab responsibilities responsabilities counterrevolutionaries";

        Tokens plain = Tokens.of(text);
        Tokens rare = Tokens.of(text + " \ufb01n");

        var seen = new HashSet<Long>();
        for (int i = 0; i < plain.size(); i++) {
            assertThat(rare.identity(i)).isEqualTo(plain.identity(i));
            seen.add(plain.identity(i));
        }
        assertThat(seen).hasSize(plain.size());
    }

    @Test
    void hashesTheWordsInTheirOrderWhateverStandsBetween() {
        long hash = Tokens.of("Talks in Oslo failed").wideHash();

        assertThat(Tokens.of("talks, in Ōslo – FAILED!").wideHash()).isEqualTo(hash);
        assertThat(Tokens.of("in talks Oslo failed").wideHash()).isNotEqualTo(hash);
        assertThat(Tokens.of("Talks in Oslo").wideHash()).isNotEqualTo(hash);
        assertThat(Tokens.of("Talks inOslo failed").wideHash()).isNotEqualTo(hash);
    }

    @Test
    void findsWhatIsQuoted() {
        for (int i = 0; i < 2_000; i++) {
            String text = i % 2 == 0 ? text(400) : sparselyQuoted();
            var tokens = Tokens.of(text);

            assertThat(Quotes.in(tokens, tokens.size())).isEqualTo(quoted(text, tokens));
        }
    }

    private String text(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            String from = random.nextInt(4) == 0 ? MARKS : LETTERS;
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    /** Quotations about as long as the longest that is believed. */
    private String sparselyQuoted() {
        var text = new StringBuilder();
        while (text.length() < 2_500) {
            text.append(text(random.nextInt(750)).replaceAll("[\"“”„«»「」]", "x"));
            text.append("\"“”„«»「」".charAt(random.nextInt(8)));
        }
        return text.toString();
    }

    private static void assertSameWords(String text, Tokens tokens) {
        Words words = Words.of(text);
        assertThat(tokens.size()).isEqualTo(words.size());
        for (int i = 0; i < words.size(); i++) {
            String folded = words.folded(i);
            int at = words.start(i);
            if (tokens.start(i) != at
                    || tokens.end(i) != words.end(i)
                    || !tokens.folded(i).equals(folded)
                    || !tokens.isFolded(i, folded.getBytes(StandardCharsets.UTF_16LE))
                    || tokens.hash(i) != Hash.of(folded)
                    || !tokens.isSurface(i, words.surface(i))
                    || tokens.isHan(i) != Codes.isHan(folded)
                    || tokens.isCapital(i) != Character.isUpperCase(text.charAt(at))
                    || tokens.opensSentence(i) != opensSentence(text, at)) {
                throw new AssertionError("word " + i + " of " + text);
            }
        }
    }

    private static boolean opensSentence(String text, int at) {
        int i = at - 1;
        while (i >= 0 && !Character.isLetterOrDigit(text.charAt(i))) {
            if (".!?\n:\"“".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
            i--;
        }
        return i < 0;
    }

    private static BitSet quoted(String text, Tokens words) {
        var quoted = new BitSet();
        int from = -1;
        int kind = 0;
        int word = 0;
        for (int i = 0; i < text.length() && word < words.size(); i++) {
            int opens = "\"“„«「".indexOf(text.charAt(i));
            if (from >= 0 && ("\"”“»」".indexOf(text.charAt(i)) == kind || i - from > 700)) {
                from = -1;
            } else if (from < 0 && opens >= 0) {
                from = i;
                kind = opens;
            }
            if (words.start(word) == i) {
                quoted.set(word++, from >= 0);
            }
        }
        return quoted;
    }
}
