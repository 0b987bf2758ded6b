package org.tocsin.core.dedupe;

import java.util.HashSet;
import java.util.Set;
import org.tocsin.core.text.Words;

/**
 * Tells names from other words by their capital, in scripts that have one.
 *
 * <p>A capital at the start of a sentence, or in a title in which every word has one, proves
 * nothing: such a word is a name where the text writes it with a capital elsewhere too.
 */
final class Names {

    private final String title;
    private final Words titleWords;
    private final String body;
    private final Words bodyWords;
    private final int length;
    private final boolean titleCase;
    private final Set<String> names = new HashSet<>();

    private Names(String title, Words titleWords, String body, Words bodyWords, int length) {
        this.title = title;
        this.titleWords = titleWords;
        this.body = body;
        this.bodyWords = bodyWords;
        this.length = length;
        this.titleCase = isTitleCase();
        collect(body, bodyWords, length);
        if (!titleCase) {
            collect(title, titleWords, titleWords.size());
        }
    }

    static Names of(String title, Words titleWords, String body, Words bodyWords, int length) {
        return new Names(title, titleWords, body, bodyWords, length);
    }

    short[] titleCodes(int most) {
        return codes(titleWords, title, Math.min(most, titleWords.size()));
    }

    short[] bodyCodes(int most) {
        return codes(bodyWords, body, most);
    }

    private short[] codes(Words words, String text, int count) {
        var codes = new short[count];
        for (int i = 0; i < count; i++) {
            boolean name = isCapital(text, words.start(i)) && names.contains(words.folded(i));
            codes[i] = Codes.shipped().of(words, i, name);
        }
        return codes;
    }

    private boolean isTitleCase() {
        int capitals = 0;
        int others = 0;
        for (int i = 0; i < titleWords.size(); i++) {
            if (titleWords.end(i) - titleWords.start(i) > 3) {
                if (isCapital(title, titleWords.start(i))) {
                    capitals++;
                } else {
                    others++;
                }
            }
        }
        return capitals > 2 * others;
    }

    private void collect(String text, Words words, int count) {
        for (int i = 0; i < count; i++) {
            if (isCapital(text, words.start(i))
                    && !opensSentence(text, words.start(i))
                    && !Codes.shipped().isStop(words.folded(i))) {
                names.add(words.folded(i));
            }
        }
    }

    private static boolean isCapital(String text, int at) {
        return Character.isUpperCase(text.charAt(at));
    }

    private static boolean opensSentence(String text, int at) {
        int i = at - 1;
        while (i >= 0 && !Character.isLetterOrDigit(text.charAt(i))) {
            char c = text.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '"' || c == '“') {
                return true;
            }
            i--;
        }
        return i < 0;
    }
}
