package org.tocsin.core.tag;

import org.tocsin.core.lexicon.WordForms;

/**
 * What is called after a place or a person in the languages beside English: streets and squares
 * ("rue de Moscou", {@code улица Кадырова}, "Tahran Caddesi", {@code 北京路}), private people ({@code
 * 安倍さん(65)}), languages ({@code ロシア語}).
 */
final class CalledAfter {

    /** How many small words may stand between a street and its name: "calle de la". */
    private static final int MOST_LINKS = 2;

    private static final int LONGEST_LINK = 3;

    private final WordSet street;
    private final WordSet square;
    private final WordSet link;
    private final WordSet behind;
    private final WordSet tongueBehind;
    private final WordSet notStreet;
    private final WordSet politeBehind;

    CalledAfter(Phrases phrases) {
        street = forms(phrases, "street-abroad");
        square = forms(phrases, "square-abroad");
        link = phrases.wordsOf("street-link");
        behind = phrases.wordsOf("street-behind");
        tongueBehind = phrases.wordsOf("tongue-behind");
        notStreet = phrases.wordsOf("no-street-behind");
        politeBehind = phrases.wordsOf("polite-behind");
    }

    /** With their cases, prefixes and particles. */
    private static WordSet forms(Phrases phrases, String name) {
        return WordSet.of(WordForms.of(phrases.formsOf(name).keySet()), phrases.vocabulary);
    }

    /** Also of a language, which in Chinese and Japanese stands behind the state's name. */
    boolean isCalled(Reading reading, int from, int to, int first, int end) {
        if (to < end
                && reading.is(to, behind)
                && !(to + 1 < end && reading.is(to + 1, notStreet))) {
            return true;
        }
        if (to < end && reading.is(to, tongueBehind)) {
            return true;
        }
        int before = from - 1;
        for (int links = 0;
                links < MOST_LINKS && before > first && reading.is(before, link);
                links++) {
            before--;
        }
        if (before < first || reading.hasAfter(before, Between.COMMA | Between.STOP)) {
            return false;
        }
        return reading.is(before, street)
                || reading.is(before, square) && hasStreet(reading, before, first, end);
    }

    /** A square may be an area and a place a rank: beside streets it is neither. */
    private boolean hasStreet(Reading reading, int square, int first, int end) {
        for (int i = first; i < end; i++) {
            if (i != square && reading.is(i, street)) {
                return true;
            }
        }
        return false;
    }

    /** Of somebody in the news for once the age is given: {@code 安倍さん(65)}, {@code 씨(44)}. */
    boolean isPrivate(Reading reading, int to, int end) {
        int at = to;
        while (at < end && at - to < MOST_LINKS && reading.is(at, politeBehind)) {
            at++;
        }
        return at > to
                && at < end
                && reading.isNumber(at)
                && reading.words.end(at) - reading.words.start(at) < LONGEST_LINK;
    }
}
