package org.tocsin.core.tag;

import java.util.List;
import java.util.Set;
import org.tocsin.core.lexicon.Offices;

/**
 * Offices and their states where other languages than English put them: "министр обороны России",
 * "le président de la Pologne", "el ministro de Exteriores ruso" before the state, "俄罗斯外长", "Rusya
 * Savunma Bakanı" behind it. Whom an office means is said by {@link OfficeHolders}.
 */
final class OfficesAbroad {

    private static final int LONGEST_OFFICE = 4;

    /** In these the state comes first. */
    private static final Set<String> STATE_FIRST = Set.of("zh", "ja", "ko", "tr");

    private final Names names;
    private final Reading reading;
    private final OfficeHolders holders;
    private final boolean stateFirst;
    private final int first;
    private final int end;

    OfficesAbroad(
            Names names,
            Reading reading,
            OfficeHolders holders,
            String language,
            int first,
            int end) {
        this.names = names;
        this.reading = reading;
        this.holders = holders;
        this.first = first;
        this.end = end;
        stateFirst = STATE_FIRST.contains(language);
    }

    /** Looks beside each name from that one on; keeps the order of the text. */
    void addTo(List<Found> found, int from) {
        for (int i = from; i < found.size(); i++) {
            Found state = found.get(i);
            ActorType type = state.actor().type();
            if (type == ActorType.PERSON || type == ActorType.PLACE) {
                continue;
            }
            int last = i > from ? found.get(i - 1).to() : first;
            int next = i + 1 < found.size() ? found.get(i + 1).from() : end;
            boolean named =
                    i + 1 < found.size() && found.get(i + 1).actor().type() == ActorType.PERSON;
            Found holder =
                    stateFirst ? behind(state, next, named) : before(state, last, next, named);
            if (holder != null) {
                found.add(stateFirst ? i + 1 : i, holder);
                i++;
            }
        }
    }

    private Found before(Found state, int from, int next, boolean named) {
        int limit = state.from();
        if (isPast(state.to()) || isNamed(state.to(), next, named)) {
            return null;
        }
        while (limit - 1 > from && reading.is(limit - 1, names.officeJoint)) {
            limit--;
        }
        for (int at = Math.max(from, limit - LONGEST_OFFICE); at < limit; at++) {
            Offices.Hit hit = names.lexicon.offices().longest(reading.words, at, limit);
            if (hit != null && at + hit.words() == limit && isJoined(at, state.from())) {
                return at > first && isPast(at - 1) ? null : holders.holder(hit, state, at);
            }
        }
        return null;
    }

    private Found behind(Found state, int next, boolean named) {
        int at = state.to();
        if (at < next && reading.is(at, names.officeParticle)) {
            at++;
        }
        if (at >= next || !isJoined(state.to() - 1, at + 1)) {
            return null;
        }
        Offices.Hit hit = names.lexicon.offices().longest(reading.words, at, next);
        if (hit == null || isPast(at - 1) || isNamed(at + hit.words(), next, named)) {
            return null;
        }
        return holders.holder(hit, state, at);
    }

    /** No mark parts the words {@code from} up to {@code to}. */
    private boolean isJoined(int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (reading.hasAfter(i, Between.ENDS_OFFICE | Between.COMMA)) {
                return false;
            }
        }
        return true;
    }

    /** "Министр обороны России Шойгу": the name says who; another place or state does not. */
    private boolean isNamed(int word, int next, boolean named) {
        return word == next
                ? named
                : word < end && reading.isCapital(word) && reading.blankAfter(word - 1);
    }

    private boolean isPast(int word) {
        return word >= first && word < end && reading.is(word, names.pastOfficeAbroad);
    }
}
