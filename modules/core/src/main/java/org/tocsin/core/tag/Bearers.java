package org.tocsin.core.tag;

import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.NameKind;

/**
 * Tells by the words beside a name in one sentence that somebody or something else bears it: a shop
 * (<i>le café Moscou</i>, {@code 莫斯科酒店}), a pet ("a cat called Trump"), a dish (<i>salade
 * russe</i>), a person of a private trade ({@code слесарь Путин}).
 *
 * <p>Long because each kind of bearer asks its own question of the same few neighbours.
 */
final class Bearers {

    /** How far before "called" the word may stand that says what is. */
    private static final int REACH = 5;

    private static final int MOST_LINKS = 2;

    /** "a retired". */
    private static final int MOST_BEFORE_TRADE = 3;

    private static final int LONGEST_AGE = 3;

    /** Letters from here on are Han and kana, each a word of its own. */
    private static final char FIRST_HAN = 0x2E80;

    /** Arabic and Persian writers quote the names of towns; straight quotes say less. */
    private static final String OPENING = "«„「『";

    private static final String CLOSING = "»“」』";

    private final Names names;
    private final Namesakes classes;
    private final Namesakes.Kinds kinds;
    private final boolean abroad;
    private final Reading reading;
    private final int first;
    private final int end;
    private final boolean hasSign;

    Bearers(Names names, NameHits hits, int first, int end) {
        this.names = names;
        this.classes = names.namesakes;
        this.abroad = hits.abroad;
        this.kinds = abroad ? classes.abroad : classes.english;
        this.reading = hits.reading;
        this.first = first;
        this.end = end;
        this.hasSign = hasSign();
    }

    private boolean hasSign() {
        for (int i = first; i < end; i++) {
            if (reading.is(i, kinds.sign())) {
                return true;
            }
        }
        return false;
    }

    /** A private person of that name: so is who is called by the surname alone behind. */
    boolean isPrivate(int from, int to) {
        return hasSign && isOfTrade(from, to);
    }

    boolean isOne(Actor actor, NameKind kind, int from, int to) {
        ActorType type = actor.type();
        if (type != ActorType.PERSON && type != ActorType.COUNTRY && type != ActorType.PLACE) {
            return false;
        }
        boolean person = type == ActorType.PERSON;
        if (abroad && !person && isQuoted(from, to)) {
            return true;
        }
        if (reading.words.firstLetter(from) >= FIRST_HAN
                && (new HanBearers(classes, reading).isOne(person, from, to)
                        || names.kana.isPart(reading, person, from, to))) {
            return true;
        }
        return hasSign
                && (abroad && isShop(from, to)
                        || isPet(from, to)
                        || isCalled(from, to)
                        || !person && isWare(kind, from, to)
                        || person && (isOfTrade(from, to) || isVessel(from, to)));
    }

    /** {@code крейсер «Москва»}: no place stands in quotes alone, but what is called after it. */
    private boolean isQuoted(int from, int to) {
        int before = reading.words.start(from) - 1;
        int after = reading.words.end(to - 1);
        if (before < 0 || after >= reading.text.length()) {
            return false;
        }
        int opening = OPENING.indexOf(reading.text.charAt(before));
        return opening >= 0
                && CLOSING.charAt(opening) == reading.text.charAt(after)
                && Character.UnicodeScript.of(reading.text.charAt(after - 1))
                        != Character.UnicodeScript.ARABIC;
    }

    /** "le café Moscou", "Moskova Lokantası". */
    private boolean isShop(int from, int to) {
        if (to < end && reading.is(to, classes.shopBehind) && reading.blankAfter(to - 1)) {
            return true;
        }
        int before = beforeLinks(from);
        return before >= first
                && reading.is(before, classes.shopBefore)
                && !isParted(before, Between.COMMA | Between.STOP | Between.HARD);
    }

    /** "his dog Putin", "the family's cat, Obama, was". */
    private boolean isPet(int from, int to) {
        int before = beforeLinks(from);
        if (before < first
                || !reading.is(before, kinds.pet())
                || isParted(before, Between.STOP | Between.HARD)) {
            return false;
        }
        return !reading.commaAfter(before) || to >= end || reading.commaAfter(to - 1);
    }

    /** "a barber named Joe Biden", {@code кот по кличке Обама}, "Putin adlı köpek". */
    private boolean isCalled(int from, int to) {
        int before = beforeLinks(from);
        if (before > first && reading.is(before, kinds.called())) {
            for (int i = before - 1; i >= Math.max(first, before - REACH); i--) {
                if (reading.hasAfter(i, Between.STOP)) {
                    return false;
                }
                if (isBearer(i)) {
                    return true;
                }
            }
        }
        if (abroad && to < end && reading.is(to, classes.calledBehind)) {
            for (int i = to + 1; i < Math.min(end, to + REACH); i++) {
                if (isBearer(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isBearer(int word) {
        return reading.is(word, kinds.pet())
                || reading.is(word, kinds.trade())
                || abroad && reading.is(word, classes.shopBefore);
    }

    /** "salade russe", {@code قهوة تركية}, {@code τούρκικο καφέ}. */
    private boolean isWare(NameKind kind, int from, int to) {
        // "a Kabul carpet dealer": beside a place's own name only other scripts show a ware.
        if (kind != NameKind.ADJECTIVE && !reading.isNonLatin(from)) {
            return false;
        }
        boolean behind = to < end && reading.is(to, kinds.ware()) && reading.blankAfter(to - 1);
        return behind
                || from > first
                        && reading.is(from - 1, kinds.ware())
                        && reading.blankAfter(from - 1);
    }

    /** "the plumber John Kerry", "M. Valls, fleuriste", "Ivan Lavrov, 52, a joiner". */
    private boolean isOfTrade(int from, int to) {
        int before = beforeLinks(from);
        if (before >= first
                && reading.is(before, kinds.trade())
                && (abroad || !reading.isCapital(before) || before == first)
                && reading.blankAfter(before)
                && !isFormer(before)) {
            return true;
        }
        return isTradeBehind(to) || isTradeBehind(behindHome(to));
    }

    /** The end of "of Basingstoke" in "Theresa May of Basingstoke, a retired nurse". */
    private int behindHome(int to) {
        boolean home =
                to + 1 < end
                        && reading.is(to, "of")
                        && reading.isCapital(to + 1)
                        && reading.blankAfter(to - 1);
        return home ? to + 2 : to;
    }

    private boolean isTradeBehind(int to) {
        if (to >= end || !reading.commaAfter(to - 1)) {
            return false;
        }
        int at = isAge(to) && reading.commaAfter(to) ? to + 1 : to;
        for (int i = at; i < Math.min(end, at + MOST_BEFORE_TRADE); i++) {
            if (reading.is(i, kinds.trade()) || !abroad && reading.is(i, names.notLeader)) {
                return !isFormer(i);
            }
            if (!reading.blankAfter(i)) {
                return false;
            }
        }
        return false;
    }

    /** "the aircraft carrier Ronald Reagan". */
    private boolean isVessel(int from, int to) {
        return to - from > 1
                && from > first
                && reading.is(from - 1, kinds.vessel())
                && !isParted(from - 1, Between.COMMA | Between.STOP);
    }

    private boolean isFormer(int word) {
        return word > first && reading.is(word - 1, names.pastOffice);
    }

    private boolean isAge(int word) {
        return reading.isNumber(word)
                && reading.words.end(word) - reading.words.start(word) < LONGEST_AGE;
    }

    /** The word before the name, and before an article or a possessive that may part them. */
    private int beforeLinks(int from) {
        int before = from - 1;
        for (int links = 0;
                links < MOST_LINKS && before > first && reading.is(before, classes.link);
                links++) {
            before--;
        }
        return before;
    }

    private boolean isParted(int word, int by) {
        return reading.hasAfter(word, by);
    }
}
