package org.tocsin.core.tag;

import java.time.LocalDate;
import java.util.List;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.NameKind;
import org.tocsin.core.lexicon.Office;
import org.tocsin.core.lexicon.Offices;

/**
 * "the Russian foreign minister", "Turkey's president", "the president of Syria": adds who held the
 * office on the article's day, by the words of the office. Offices that many hold at once, those of
 * other days ("former", "deputy") and those that a name follows name nobody.
 */
final class OfficeHolders {

    private static final int LONGEST_OFFICE = 4;

    private final Names names;
    private final Reading reading;
    private final LocalDate day;
    private final int first;
    private final int end;

    OfficeHolders(Names names, Reading reading, LocalDate day, int first, int end) {
        this.first = first;
        this.names = names;
        this.reading = reading;
        this.day = day;
        this.end = end;
    }

    /** Looks behind and before each name from that one on; keeps the order of the text. */
    void addTo(List<Found> found, int from) {
        for (int i = from; i < found.size(); i++) {
            Found state = found.get(i);
            ActorType type = state.actor().type();
            if (type != ActorType.PERSON && type != ActorType.PLACE) {
                Found before = before(state, i > from ? found.get(i - 1).to() : first);
                if (before != null) {
                    found.add(i, before);
                    i++;
                }
                Found holder = behind(state, i + 1 < found.size() ? found.get(i + 1).from() : end);
                if (holder != null) {
                    found.add(i + 1, holder);
                    i++;
                }
            }
        }
    }

    private Found behind(Found state, int limit) {
        int at = state.to();
        boolean dotted = isDotted(state);
        if (at < limit && reading.is(at, "s")) {
            at++;
        } else if (!state.isAdjective()
                && state.actor().type() == ActorType.COUNTRY
                && !reading.isAllCapitals(state.from())
                && !dotted) {
            return null;
        }
        if (at >= limit
                || reading.hasAfter(at - 1, Between.ENDS_OFFICE)
                        && !reading.is(at - 1, "s")
                        && !(dotted && !reading.commaAfter(at - 1))) {
            return null;
        }
        // Looking an office up joins its words: only where a word of office stands.
        Offices.Hit hit =
                mayBeOffice(at) ? names.lexicon.offices().longest(reading.words, at, limit) : null;
        if (hit == null || isNamed(at + hit.words()) || isOfPast(state.from())) {
            return null;
        }
        return holder(hit, state, at);
    }

    /** "the U.N. secretary-general": the last stop is the acronym's, and ends nothing. */
    private boolean isDotted(Found name) {
        for (int i = name.from(); i < name.to(); i++) {
            boolean letter = reading.words.end(i) - reading.words.start(i) == 1;
            if (!letter || !reading.isCapital(i) || !reading.hasAfter(i, Between.STOP)) {
                return false;
            }
        }
        return name.to() - name.from() > 1;
    }

    /** Who holds that office of the state on the day; null where nobody is known to. */
    Found holder(Offices.Hit hit, Found state, int at) {
        for (Office office : hit.offices()) {
            List<Actor> holders = names.lexicon.holder(office.key(), state.actor().id(), day);
            if (!office.many() && !holders.isEmpty()) {
                return new Found(
                        holders.get(0), NameKind.ALIAS, at, at + hit.words(), state.sentence());
            }
        }
        return null;
    }

    /** "the president of Syria", "the foreign minister of the republic": the office first. */
    private Found before(Found state, int from) {
        int of = state.from() - 1;
        if (of > from && reading.is(of, "the")) {
            of--;
        }
        if (of <= from || !reading.is(of, "of") || isNamed(state.to()) || state.isAdjective()) {
            return null;
        }
        for (int at = Math.max(from, of - LONGEST_OFFICE); at < of; at++) {
            Offices.Hit hit =
                    mayBeOffice(at) ? names.lexicon.offices().longest(reading.words, at, of) : null;
            if (hit != null && at + hit.words() == of && !isOfPast(at)) {
                return holder(hit, state, at);
            }
        }
        return null;
    }

    private boolean mayBeOffice(int at) {
        return reading.is(at, names.stateNoun)
                || reading.is(at, names.stateAdjective)
                || reading.is(at, names.title)
                || reading.isNonLatin(at);
    }

    /** "Russian Foreign Minister Lavrov": the name says who. */
    private boolean isNamed(int after) {
        return after < end && reading.isCapital(after) && reading.blankAfter(after - 1);
    }

    private boolean isOfPast(int at) {
        return at > 0 && reading.is(at - 1, names.pastOffice);
    }
}
