package org.tocsin.core.tag;

import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Name;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.lexicon.NameKind;

/** Tells by its neighbours whether a name is part of a stranger's, or an adjective a state's. */
final class Strangers {

    private static final int MOST_BEFORE_STATE_NOUN = 3;
    private static final int LONGEST_NAME = 4;

    private static final String AND = "וو";

    private final Names names;
    private final NameHits hits;
    private final Reading reading;
    private final int first;
    private final int end;

    Strangers(Names names, NameHits hits, int first, int end) {
        this.names = names;
        this.hits = hits;
        this.reading = hits.reading;
        this.first = first;
        this.end = end;
    }

    /** After a capitalised word that is no title and no known name: another person's name. */
    boolean follows(int from) {
        int before = from - 1;
        if (from <= first
                || !reading.isCapital(before)
                || !reading.blankAfter(before) && !reading.hyphenAfter(before)
                || reading.isAllCapitals(before) && reading.word(before).length() > 1) {
            return false;
        }
        return !reading.is(before, names.title)
                && !reading.is(before, names.opener)
                && !reading.is(before, names.day)
                && !reading.is(before, names.stateAdjective)
                && !reading.is(before, names.locative)
                && (hits.at(before) == null || isAlias(before) && isEnglish())
                && !endsName(from)
                && !isOwnCapital(before);
    }

    /**
     * After somebody else's first name: {@code محمد السيسي}, "Max Baerbock". Without capitals
     * nothing else tells it.
     */
    boolean followsGiven(int from, Actor actor) {
        int before = from - 1;
        if (before < first
                || !reading.blankAfter(before)
                || reading.words.firstLetter(from) >= SurnameReader.FIRST_EASTERN
                || reading.isCapital(from) != reading.isCapital(before)
                || reading.is(before, names.titleAbroad)
                || reading.is(before, names.heldAbroad)
                || reading.is(before, names.title)
                || isOtherName(before)
                || endsName(from)) {
            return false;
        }
        String word = reading.word(before);
        boolean given = reading.isCapital(from) ? names.givenNames.has(word) : isGivenBare(word);
        return given && new OwnNames(actor).areOthersThan(word);
    }

    /** As it stands, or behind "and", which Arabic and Hebrew write in one word with it. */
    private boolean isGivenBare(String word) {
        return names.givenNames.isOne(word)
                || AND.indexOf(word.charAt(0)) >= 0
                        && word.length() > 2
                        && names.givenNames.isOne(word.substring(1));
    }

    /** A name stands there that is no first name, too. */
    private boolean isOtherName(int word) {
        NameIndex.Hit hit = hits.at(word);
        return hit != null && (hit.words() > 1 || !isPerson(hit.names().get(0)));
    }

    private static boolean isPerson(Name name) {
        return name.actor().type() == ActorType.PERSON;
    }

    /**
     * The capital may be that of the sentence or, in German, of a noun: then only a first name
     * makes a stranger ({@code Разговор Лаврова}, "Umfeld Merkels").
     */
    private boolean isOwnCapital(int word) {
        return (word == first && !isEnglish() || !reading.isNonLatin(word) && isGerman())
                && !names.givenNames.has(reading.word(word));
    }

    private boolean isGerman() {
        for (int i = first; i < end; i++) {
            if (reading.is(i, names.smallGerman)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAlias(int word) {
        NameIndex.Hit hit = hits.at(word);
        Name name = hit.names().get(0);
        return hit.words() == 1
                && reading.blankAfter(word)
                && name.kind() == NameKind.ALIAS
                && name.actor().type() == ActorType.PERSON;
    }

    /** A word before {@code to} is a first name: a surname stands there. */
    boolean isGiven(int to) {
        return to < end
                && reading.isCapital(to)
                && reading.blankAfter(to - 1)
                && !reading.isAllCapitals(to)
                && !reading.is(to, names.title)
                && !reading.is(to, names.opener)
                && !reading.is(to, names.day)
                && !reading.is(to, names.stateNoun)
                && !reading.is(to, names.placeNoun)
                && isEnglish();
    }

    /** All nouns have capitals in German, and Turkish sets subject and object side by side. */
    private boolean isEnglish() {
        if (hits.abroad) {
            return false;
        }
        for (int i = first; i < end; i++) {
            if (reading.is(i, names.smallEnglish)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where a name ends that is given after this one: "Athens, Georgia", "Lebanon, Ohio", "the
     * Istanbul Kebab House"; {@code to} where it is none.
     */
    int endOfNamesake(Name name, int from, int to) {
        if (to >= end || !reading.isCapital(to) || !reading.isCapital(from)) {
            return to;
        }
        if (reading.blankAfter(to - 1) && !reading.hyphenAfter(to) && isCalledAfter(to)) {
            return to + 1;
        }
        ActorType type = name.actor().type();
        String country = name.actor().country();
        boolean foreign = type == ActorType.COUNTRY || !"united-states".equals(country);
        boolean georgia = reading.is(to, "georgia");
        boolean town =
                georgia
                        ? type == ActorType.PLACE && !"georgia".equals(country)
                        : type == ActorType.PLACE || type == ActorType.COUNTRY;
        return town && foreign && reading.commaAfter(to - 1) && reading.is(to, names.americanState)
                ? to + 1
                : to;
    }

    /** "Kabul Drive", and beside it "Cairo Court". */
    private boolean isCalledAfter(int word) {
        if (reading.is(word, names.namesake)) {
            return true;
        }
        if (!reading.is(word, names.namesakeBeside)) {
            return false;
        }
        for (int i = first; i < end; i++) {
            if (reading.is(i, names.namesake) && reading.isCapital(i)) {
                return true;
            }
        }
        return false;
    }

    /** True where a known name of several words ends just before. */
    private boolean endsName(int at) {
        for (int start = Math.max(first, at - LONGEST_NAME); start < at - 1; start++) {
            NameIndex.Hit hit = hits.at(start);
            if (hit != null && start + hit.words() == at) {
                return true;
            }
        }
        return false;
    }

    /** Before a capitalised word that is no title, no noun of states and no known name. */
    boolean precedes(int to) {
        return to < end
                && reading.isCapital(to)
                && reading.blankAfter(to - 1)
                && !reading.isAllCapitals(to)
                && !reading.is(to, names.title)
                && !reading.is(to, names.stateNoun)
                && !reading.is(to, names.placeNoun)
                && hits.at(to) == null;
    }

    /** "Turkish soldiers", "Russian and Turkish presidents", "the Saudi foreign minister". */
    boolean namesState(int from, int to) {
        // So does Arabic, where few words are needed to tell.
        if (from > first && isArabic(from) && reading.blankAfter(from - 1)) {
            return !reading.is(from - 1, names.notOfState);
        }
        // French and Spanish set the adjective behind: "les troupes russes".
        if (from > first
                && !reading.isCapital(from)
                && reading.is(from - 1, names.stateNoun)
                && reading.blankAfter(from - 1)) {
            return true;
        }
        // "gli israeliani", "los rusos": the people, in small letters.
        if (from > first
                && !reading.isCapital(from)
                && reading.is(from - 1, names.pluralArticle)
                && (reading.endsWith(from, "s") || reading.endsWith(from, "i"))) {
            return true;
        }
        if (isPeople(from, to)) {
            return true;
        }
        int skipped = 0;
        for (int i = to; i < end && skipped <= MOST_BEFORE_STATE_NOUN; i++) {
            if (reading.words.start(i) - reading.words.end(i - 1) > 2
                    || reading.hasAfter(i - 1, Between.STOP)) {
                return false;
            }
            if (reading.is(i, names.stateNoun) || reading.isNonLatin(i)) {
                return !reading.is(i, names.notOfState);
            }
            if (skipped == 0 && names.metonyms.speaks(reading, i) && reading.endsWith(from, "s")) {
                return true;
            }
            boolean adjective = isAdjective(i);
            if (!reading.is(i, names.stateAdjective) && !adjective) {
                return false;
            }
            skipped += adjective || reading.is(i, "and") ? 0 : 1;
        }
        return false;
    }

    /**
     * "Two Syrians", "Moldovans fear": the people; but no "Cleveland Indians", "Asian-Americans".
     */
    private boolean isPeople(int from, int to) {
        boolean joined =
                from > first
                        && (reading.hyphenAfter(from - 1)
                                || (from - 1 > first || hits.at(from - 1) != null)
                                        && reading.isCapital(from - 1)
                                        && reading.blankAfter(from - 1));
        return !hits.abroad
                && to - from == 1
                && reading.isCapital(from)
                && !reading.isAllCapitals(from)
                && reading.endsWith(from, "s")
                && !reading.endsWith(from, "ss")
                && !joined
                && !(to < end
                        && (reading.hyphenAfter(from)
                                || reading.isCapital(to) && reading.blankAfter(from)))
                && !reading.isTitleCase(first, end);
    }

    private boolean isArabic(int i) {
        return reading.isNonLatin(i)
                && Character.UnicodeScript.of(reading.word(i).codePointAt(0))
                        == Character.UnicodeScript.ARABIC;
    }

    private boolean isAdjective(int i) {
        NameIndex.Hit hit = hits.at(i);
        if (hit == null) {
            return false;
        }
        for (Name name : hit.names()) {
            if (name.kind() == NameKind.ADJECTIVE) {
                return true;
            }
        }
        return false;
    }
}
