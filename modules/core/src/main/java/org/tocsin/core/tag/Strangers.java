package org.tocsin.core.tag;

import org.tocsin.core.lexicon.Name;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.lexicon.NameKind;

/** Tells by its neighbours whether a name is part of a stranger's, or an adjective a state's. */
final class Strangers {

    private static final int MOST_BEFORE_STATE_NOUN = 3;
    private static final int LONGEST_NAME = 4;

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
                && !reading.is(before, names.stateAdjective)
                && !reading.is(before, names.locative)
                && hits.at(before) == null
                && !endsName(from);
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
        if (from > first
                && reading.isNonLatin(from)
                && Character.UnicodeScript.of(reading.word(from).codePointAt(0))
                        == Character.UnicodeScript.ARABIC
                && reading.blankAfter(from - 1)) {
            return true;
        }
        // French and Spanish set the adjective behind: "les troupes russes".
        if (from > first
                && !reading.isCapital(from)
                && reading.is(from - 1, names.stateNoun)
                && reading.blankAfter(from - 1)) {
            return true;
        }
        int skipped = 0;
        for (int i = to; i < end && skipped <= MOST_BEFORE_STATE_NOUN; i++) {
            if (reading.words.start(i) - reading.words.end(i - 1) > 2
                    || reading.hasAfter(i - 1, Between.STOP)) {
                return false;
            }
            if (reading.is(i, names.stateNoun) || reading.isNonLatin(i)) {
                return true;
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
