package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/** Groups of names left of a trigger: "Russia, Iran and Turkey", "Russian President Putin". */
final class NamesLeft {

    private static final int LONGEST_BETWEEN = 3;

    /** "Colombia's dissident rebel faction ELN". */
    private static final int LONGEST_TITLE = 5;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;
    private final List<Found> found;

    NamesLeft(Passage passage) {
        this.passage = passage;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
        found = passage.found();
    }

    /**
     * The first group in those words that no preposition holds; {@code told}: they follow a verb of
     * telling or demanding, which may hold it by one ("called on Russia to").
     */
    List<String> group(int start, int end, boolean told) {
        var group = new ArrayList<String>();
        Found last = null;
        for (Found name : found) {
            if (name.from() < start || name.to() > end) {
                continue;
            }
            if (last == null) {
                boolean asked = told && name.from() - start <= 2;
                if (isHeld(name) && !asked) {
                    continue;
                }
            } else if (isOwnedBy(last, name)) {
                group.remove(group.size() - 1);
            } else if (!continues(last.to(), name.from())) {
                break;
            }
            group.add(name.actor().id());
            last = name;
        }
        return group;
    }

    /**
     * "Colombia's ELN", "Macron's coalition partner Bayrou": not the one who is named first, whose
     * land it fights in or whose man he is. "Egypt's Sisi" are both.
     */
    private boolean isOwnedBy(Found owner, Found name) {
        ActorType type = name.actor().type();
        boolean its =
                type == ActorType.ARMED_GROUP
                        || type == ActorType.PERSON && owner.actor().type() == ActorType.PERSON;
        if (!its || !reading.is(owner.to(), "s") || name.from() - owner.to() > LONGEST_TITLE) {
            return false;
        }
        for (int i = owner.to() + 1; i < name.from(); i++) {
            if (reading.hasAfter(i, Between.MARK)
                    || passage.form(i) != null
                    || reading.is(i, grammar.noSubject)
                    || reading.is(i, grammar.conjunction)) {
                return false;
            }
        }
        return true;
    }

    /** The names, joined or one, that end right before that word. */
    List<String> groupUpTo(int end) {
        var group = new ArrayList<String>();
        int next = end;
        for (int k = found.size() - 1; k >= 0; k--) {
            Found name = found.get(k);
            if (name.to() > next) {
                continue;
            }
            if (name.to() != end && !continues(name.to(), next)) {
                break;
            }
            group.add(0, name.actor().id());
            next = name.from();
        }
        return group;
    }

    /** "said Putin and Rouhani had met": the clause opens at the "and" between its two subjects. */
    List<String> joined(int start, List<String> subject) {
        if (start == clauses.first || !reading.is(start, "and")) {
            return subject;
        }
        var both = new ArrayList<String>();
        for (Found name : found) {
            int before = beforeTitle(name.from());
            if (name.to() == start
                    && (before < 0
                            || reading.is(before, "that")
                            || reading.is(before, grammar.speech))) {
                both.add(name.actor().id());
            }
        }
        both.addAll(subject);
        return both;
    }

    /** "Russia, Iran and Turkey", "Russian President Putin". */
    private boolean continues(int last, int from) {
        if (from - last > LONGEST_BETWEEN) {
            return false;
        }
        return from == last
                || areOffices(last, from)
                || reading.is(from - 1, grammar.conjunction)
                || reading.is(from - 1, "the") && reading.is(from - 2, grammar.conjunction)
                || reading.commaAfter(last - 1) && !isOfAside(from);
    }

    /** "Kenya, an ally of Washington": says what the name before is. */
    private boolean isOfAside(int from) {
        return reading.is(from - 1, "of") || reading.is(from - 1, grammar.noSubject);
    }

    private boolean areOffices(int from, int end) {
        for (int i = from; i < end; i++) {
            if (!reading.is(i, grammar.office)) {
                return false;
            }
        }
        return true;
    }

    /** A preposition holds the name, unless it speaks for people: "officials from Serbia". */
    boolean isHeld(Found name) {
        int before = beforeTitle(name.from());
        if (before < 0 || !reading.is(before, grammar.noSubject)) {
            return false;
        }
        boolean people =
                reading.is(before, "from")
                        && before > clauses.first
                        && reading.is(before - 1, grammar.peopleFrom);
        return !people;
    }

    private int beforeTitle(int at) {
        int i = at - 1;
        while (i >= clauses.first && reading.is(i, grammar.inTitle)) {
            i--;
        }
        return i >= clauses.first ? i : -1;
    }
}
