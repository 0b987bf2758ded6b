package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * The names right of a trigger, or within its words, by what holds them. Long because each
 * preposition asks its own question, and all of them look at one walk over the names.
 */
final class NamesRight {

    private static final int REACH = 14;
    private static final int LONGEST_TITLE = 4;
    private static final int NEAR = 2;

    /** By nothing, or by a preposition of whom it is done to or where. */
    final List<String> held = new ArrayList<>();

    /** "by Wagner", "between Serbia and Kosovo": who do it. */
    final List<String> by = new ArrayList<>();

    /** "the recapture of Palmyra": whose, or of whom. */
    final List<String> of = new ArrayList<>();

    /**
     * "pulling US forces", "lifting US sanctions": whose they are, which the trigger itself names.
     */
    final List<String> own = new ArrayList<>();

    private final Passage passage;
    private final Trigger trigger;

    /** The verb of which a noun is the subject, where that verb tells of something else. */
    private final int turn;

    NamesRight(Passage passage, Trigger trigger) {
        this.passage = passage;
        this.trigger = trigger;
        turn = trigger.isVerb() ? passage.end() : turn();
        read();
    }

    private void read() {
        boolean lastBy = false;
        boolean lastOf = false;
        int lastEnd = -1;
        for (Found name : passage.found()) {
            if (trigger.overlaps(name)) {
                addWithin(name);
                continue;
            }
            if (name.from() < trigger.to()) {
                continue;
            }
            boolean listed = lastEnd >= 0 && isListed(lastEnd, name.from());
            if (!reaches(name.from()) || !listed && isOfCharge(name.from())) {
                break;
            }
            int before = beforeTitle(name.from());
            lastBy = isBy(before) || isOfRelative(name) || listed && lastBy;
            lastOf = before >= 0 && passage.is(before, "of") || listed && lastOf;
            lastEnd = name.to();
            if (lastBy && isOnlooker(before)) {
                lastBy = false;
            } else if (lastBy && Stances.isBehind(passage, before, Cue.Side.VICTIM)) {
                held.add(name.actor().id());
            } else if (lastBy) {
                by.add(name.actor().id());
            } else if (name.from() > turn && !isEmpty()) {
                break;
            } else if (!lastOf) {
                if (!isMereScene(before, listed)) {
                    held.add(name.actor().id());
                }
            } else if (!trigger.isVerb() && !isOutOf(before, name)) {
                of.add(name.actor().id());
            } else if (!isOfPerson(before)) {
                held.add(name.actor().id());
            }
        }
    }

    /** "the raid was condemned by France". */
    private boolean isOnlooker(int by) {
        return !trigger.isVerb()
                && by > trigger.to()
                && trigger.topic() != EventTopic.ACCUSATION
                && Stances.isBehind(passage, by, Cue.Side.ONLOOKER);
    }

    /** "killed two Kenyan guards in Somalia": to whom is known, and where is not whom. */
    private boolean isMereScene(int before, boolean listed) {
        return !held.isEmpty()
                && !listed
                && before >= 0
                && passage.is(before, passage.grammar().within);
    }

    private boolean isEmpty() {
        return held.isEmpty() && by.isEmpty() && of.isEmpty();
    }

    /** "asked Berlin for tanks": the trigger's words enclose whom it is done to. */
    private void addWithin(Found name) {
        if (name.from() <= trigger.from() || name.to() > trigger.to()) {
            return;
        }
        if (passage.is(name.from() - 1, "by") || !trigger.isVerb() && isOfRelative(name)) {
            by.add(name.actor().id());
        } else if (isOfRelative(name)) {
            own.add(name.actor().id());
        } else if (!trigger.isVerb()) {
            addWithinNoun(name);
        } else {
            (trigger.topic().movesOwn() || isMeasureOf(name) ? own : held).add(name.actor().id());
        }
    }

    /** "shells that Bulgaria had sold", "the envoys whom Finland expelled". */
    private boolean isOfRelative(Found name) {
        int that = name.from() - 1;
        return that > trigger.from()
                && !trigger.topic().isSpoken()
                && !passage.isNameBefore(that)
                && !isReceiver(name)
                && (passage.is(that, "that")
                        || passage.is(that, "which")
                        || passage.is(that, "whom"))
                && passage.form(that - 1) == null
                && passage.verbs().isFinite(passage.reading(), name.to(), passage.end());
    }

    /** "tanks that Jakarta got from Washington". */
    private boolean isReceiver(Found name) {
        int verb = name.to();
        while (verb < passage.end() && passage.is(verb, passage.grammar().auxiliary)) {
            verb++;
        }
        return verb < passage.end() && passage.is(verb, passage.grammar().receives);
    }

    /** "the expulsion of Peru's envoy", "in Houthi hands". */
    private void addWithinNoun(Found name) {
        if (passage.is(name.from() - 1, "of")) {
            of.add(name.actor().id());
        } else if (name.isAdjective() && trigger.topic() == EventTopic.TERRITORY_CHANGE) {
            by.add(name.actor().id());
        }
    }

    /** "lifting US trade sanctions": whose the sanctions are, not on whom. */
    private boolean isMeasureOf(Found name) {
        return trigger.topic() == EventTopic.SANCTIONS
                && passage.is(trigger.to() - 1, passage.grammar().measure)
                && trigger.to() - name.to() <= NEAR
                && !passage.is(name.from() - 1, passage.grammar().noSubject);
    }

    /**
     * "The fall of Aleppo stunned Tehran", "the accord raised eyebrows in Delhi": where the
     * predicate of a noun tells of something else, those behind it are not of the deed.
     */
    private int turn() {
        for (int i = trigger.to(); i < passage.end(); i++) {
            if (!passage.clauses().same(i, trigger.from())) {
                return passage.end();
            }
            Form form = passage.form(i);
            boolean finite = form == Form.PAST || form == Form.PARTICIPLE || form == Form.THIRD;
            if (finite
                    && !passage.is(i, passage.grammar().auxiliary)
                    && !passage.readsAsNoun(i)
                    && !passage.isInName(i)
                    && !passage.is(i, passage.grammar().nounInS)
                    && !carries(i)) {
                return i;
            }
        }
        return passage.end();
    }

    private boolean carries(int verb) {
        var cue = passage.cues().startingAt(verb, Cue.Side.RIGHT);
        return cue != null || passage.is(verb, passage.grammar().carries);
    }

    /** "out of Mariupol", "the ceasefire of Minsk": where, not who. */
    private boolean isOutOf(int of, Found name) {
        return of > trigger.to() && passage.is(of - 1, "out")
                || name.actor().type() == ActorType.PLACE && !trigger.topic().takesObjectByOf();
    }

    /** "the mayor of Istanbul": the city only says which mayor. */
    private boolean isOfPerson(int of) {
        return of > trigger.from() && passage.is(of - 1, passage.grammar().official);
    }

    /** "by Wagner", "by drones of the Rapid Support Forces", "between Serbia and Kosovo". */
    private boolean isBy(int before) {
        if (before < 0) {
            return false;
        }
        if (passage.is(before, "by")) {
            return true;
        }
        if (passage.is(before, "between")) {
            return trigger.topic().isMutual();
        }
        if (passage.is(before, "of")) {
            for (int i = before - 1; i >= trigger.from() && i >= before - LONGEST_TITLE; i--) {
                if (passage.is(i, "by")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "accused Paris of arming Chad": what follows is of the deed, not of the charge. */
    private boolean isOfCharge(int name) {
        if (trigger.topic() != EventTopic.ACCUSATION || held.isEmpty() && by.isEmpty()) {
            return false;
        }
        for (int i = trigger.to(); i < name; i++) {
            if (passage.is(i, "of")
                    || passage.is(i, "for")
                    || passage.is(i, "over")
                    || !held.isEmpty() && passage.is(i, "that")) {
                return true;
            }
        }
        return false;
    }

    /** Up to the end of the clause, but not past a verb of what it did to others. */
    private boolean reaches(int name) {
        if (!passage.clauses().same(name, trigger.from()) || name - trigger.to() >= REACH) {
            return false;
        }
        for (int i = trigger.to(); i < name; i++) {
            if (passage.is(i, passage.grammar().affect) && passage.form(i) != Form.GERUND) {
                return false;
            }
        }
        return true;
    }

    /** The word before the name and its title; -1 where there is none. */
    private int beforeTitle(int at) {
        int i = at - 1;
        while (i >= passage.first() && passage.is(i, passage.grammar().inTitle)) {
            i--;
        }
        return i >= passage.first() ? i : -1;
    }

    /** "Russia, Iran and Turkey": a comma or "and" after the name before. */
    private boolean isListed(int lastEnd, int from) {
        return from - lastEnd <= LONGEST_TITLE
                && (passage.is(from - 1, "and")
                        || passage.is(from - 1, "or")
                        || passage.is(from - 1, "the") && passage.is(from - 2, "and")
                        || passage.reading().commaAfter(from - 1));
    }
}
