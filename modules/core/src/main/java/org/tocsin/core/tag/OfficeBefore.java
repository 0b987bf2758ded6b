package org.tocsin.core.tag;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.lexicon.NameKind;
import org.tocsin.core.lexicon.Office;
import org.tocsin.core.lexicon.Offices;
import org.tocsin.core.lexicon.Role;

/**
 * Reads a surname behind an office: "Defence Secretary Fallon", "Dışişleri Bakanı Çavuşoğlu",
 * {@code министр обороны Украины Полторак}. It names who of that surname holds the office on the
 * article's day, or held it where the office is called a former one; of a state that is named
 * beside the office, its own.
 */
final class OfficeBefore {

    private static final int LONGEST_OFFICE = 5;

    private final Names names;
    private final NameHits hits;
    private final Reading reading;
    private final LocalDate day;
    private final int first;
    private final int end;

    OfficeBefore(Names names, NameHits hits, LocalDate day, int first, int end) {
        this.names = names;
        this.hits = hits;
        this.reading = hits.reading;
        this.day = day;
        this.first = first;
        this.end = end;
    }

    /** The person whom the surname there names; null for none, and for one of several. */
    Found at(int word, int sentence) {
        if (word == first || reading.isNonLatin(word) != reading.isNonLatin(word - 1)) {
            return null;
        }
        Found found = null;
        for (OfficeSurnames.Surname surname : names.officeSurnames.from(reading.word(word))) {
            int to = word + surname.words().size();
            if (isWritten(surname, word, to) && holds(surname.bearer(), word)) {
                if (found != null && !found.actor().id().equals(surname.bearer().id())) {
                    return null;
                }
                boolean isLonger = found == null || to > found.to();
                found =
                        isLonger
                                ? new Found(surname.bearer(), NameKind.ALIAS, word, to, sentence)
                                : found;
            }
        }
        return found;
    }

    /** All of it stands there, and no more of a name behind it. */
    private boolean isWritten(OfficeSurnames.Surname surname, int from, int to) {
        if (to > end) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean joined = i == from || !reading.hasAfter(i - 1, Between.COMMA | Between.STOP);
            if (!joined || !reading.word(i).equals(surname.words().get(i - from))) {
                return false;
            }
        }
        return to == end
                || !reading.isCapital(to)
                || !reading.blankAfter(to - 1)
                || reading.isTitleCase(first, end);
    }

    private boolean holds(Actor bearer, int word) {
        NameIndex.Hit state = stateUpTo(word);
        int behind = state == null ? word : word - state.words();
        for (int at = Math.max(first, behind - LONGEST_OFFICE); at < behind; at++) {
            Offices.Hit office = names.lexicon.offices().longest(reading.words, at, behind);
            if (office != null && at + office.words() == behind && isJoined(at, word)) {
                NameIndex.Hit of =
                        state == null ? stateUpTo(isGenitive(at - 1) ? at - 1 : at) : state;
                return holds(bearer, office, isPast(at - 1), of);
            }
        }
        return false;
    }

    private boolean isJoined(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.hasAfter(i, Between.COMMA | Between.STOP)) {
                return false;
            }
        }
        return true;
    }

    private boolean isGenitive(int word) {
        return word > first && reading.is(word, "s");
    }

    /** The state whose name ends right before that word; null for none. */
    private NameIndex.Hit stateUpTo(int word) {
        for (int at = Math.max(first, word - LONGEST_OFFICE); at < word; at++) {
            NameIndex.Hit hit = hits.at(at);
            if (hit != null
                    && at + hit.words() == word
                    && hit.names().get(0).actor().type() == ActorType.COUNTRY) {
                return hit;
            }
        }
        return null;
    }

    private boolean isPast(int word) {
        return word >= first
                && (reading.is(word, names.pastOffice) || reading.is(word, names.pastOfficeAbroad));
    }

    private boolean holds(Actor bearer, Offices.Hit hit, boolean past, NameIndex.Hit state) {
        Set<String> keys = new HashSet<>();
        for (Office office : hit.offices()) {
            keys.add(office.key());
        }
        for (Role role : bearer.roles()) {
            boolean held =
                    role.isHeldOn(day)
                            || past && (role.from() == null || role.from().isBefore(day));
            boolean ofState =
                    state == null
                            || state.names().stream()
                                    .anyMatch(name -> name.actor().id().equals(role.of()));
            if (held && ofState && keys.contains(role.office())) {
                return true;
            }
        }
        return false;
    }
}
