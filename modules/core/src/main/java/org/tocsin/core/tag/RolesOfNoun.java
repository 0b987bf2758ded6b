package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/** The roles around a noun: its owner, what "by" and "of" hold, and the subject of its verb. */
final class RolesOfNoun {

    private static final int LONGEST_TITLE = 4;
    private static final int REACH_OF_OWNER = 4;
    private static final int REACH_OF_JOINED = 5;

    private final Passage passage;
    private final Trigger trigger;
    private final NamesRight right;

    RolesOfNoun(Passage passage, Trigger trigger, NamesRight right) {
        this.passage = passage;
        this.trigger = trigger;
        this.right = right;
    }

    Roles read() {
        List<String> subject = new Subject(passage, trigger).find();
        var stances = new Stances(passage, trigger);
        boolean agent = isAgent() || isHeld(subject) || stances.isOfVictim();
        List<String> doer = doer(agent || stances.isOfOnlooker() ? List.of() : subject);
        var target = new ArrayList<>(right.held);
        if (agent) {
            target.addAll(0, subject);
        }
        if (doer != right.of) {
            target.addAll(right.of);
        }
        if (target.isEmpty()) {
            target.addAll(givenTo());
        }
        // A place does nothing by a noun: "the Aleppo ceasefire" is there.
        List<String> acting = new Scene(passage, trigger).asStates(Roles.distinct(doer));
        List<String> doers = Roles.withoutPlaces(passage, acting);
        target.addAll(0, placesBefore(doers));
        return new Roles(doers, Roles.minus(target, doers));
    }

    private List<String> doer(List<String> subject) {
        if (!right.by.isEmpty()) {
            return right.by;
        }
        List<String> owner = owner();
        if (!owner.isEmpty()) {
            return owner;
        }
        boolean ofDoes = !right.of.isEmpty() && !trigger.topic().takesObjectByOf();
        return ofDoes ? right.of : subject;
    }

    /** "was kept under house arrest", "went behind bars": who is there is held. */
    private boolean isHeld(List<String> subject) {
        boolean custody = trigger.topic().isCustody();
        if (!custody && !trigger.topic().harms() || subject.isEmpty() || !givenTo().isEmpty()) {
            return false;
        }
        boolean put = passage.is(trigger.from(), passage.grammar().putsInto);
        int into = trigger.from();
        for (int i = 1; !put && i < LONGEST_TITLE && into > passage.first(); i++) {
            into = trigger.from() - i;
            put = into > passage.first() && passage.is(into, passage.grammar().putsInto);
        }
        if (!put || into == passage.first()) {
            return false;
        }
        Form form = passage.form(into - 1);
        boolean passive =
                (form == Form.PAST || form == Form.PARTICIPLE)
                        && new VerbGroup(passage, into - 1).be;
        return custody
                ? passive || Roles.arePersons(passage, subject)
                : passive && passage.is(into, "with");
    }

    /** "was hit by Turkish air raids", "were hurt in the shelling": the subject is hit. */
    private boolean isAgent() {
        for (int i = trigger.from() - 1;
                i > passage.first() && i >= trigger.from() - LONGEST_TITLE;
                i--) {
            boolean holds = passage.is(i, "by") || passage.is(i, "in") && isAttack();
            if (!holds) {
                if (passage.is(i, passage.grammar().prepositionOfNoun)) {
                    return false;
                }
            } else if (passage.is(i - 1, passage.grammar().befalls)) {
                return true;
            } else {
                int verb = passage.form(i - 1) == null && i - 1 > passage.first() ? i - 2 : i - 1;
                Form form = passage.form(verb);
                return (form == Form.PAST || form == Form.PARTICIPLE)
                        && new VerbGroup(passage, verb).be;
            }
        }
        return false;
    }

    private boolean isAttack() {
        return switch (trigger.topic()) {
            case MILITARY_STRIKE, GROUND_ATTACK, BOMBING, CHEMICAL_WEAPONS -> true;
            default -> false;
        };
    }

    /** "threatened Spain with sanctions", "put Navalny under house arrest". */
    private List<String> givenTo() {
        for (int at = trigger.from() - 1;
                at > passage.first() && at > trigger.from() - LONGEST_TITLE;
                at--) {
            if (passage.is(at, passage.grammar().putsInto)) {
                return objectUpTo(at);
            }
        }
        return List.of();
    }

    /** The name that ends there, right behind a verb. */
    private List<String> objectUpTo(int end) {
        for (Found name : passage.found()) {
            int before = name.from() - 1;
            while (before > passage.first() && passage.is(before, passage.grammar().inTitle)) {
                before--;
            }
            boolean object =
                    passage.is(end, "with")
                            || before > passage.first() && passage.form(before) != null;
            if (name.to() == end && object) {
                return List.of(name.actor().id());
            }
        }
        return List.of();
    }

    /** "Russia's withdrawal", "Russian air strikes": the names right before a noun. */
    private List<String> owner() {
        if (passage.is(trigger.from(), passage.grammar().noSubject)) {
            // "censured Iran by nine votes"
            return List.of();
        }
        var doers = new ArrayList<String>();
        for (int k = passage.found().size() - 1; k >= 0; k--) {
            Found name = passage.found().get(k);
            if (name.to() > trigger.from()) {
                continue;
            }
            int gap = trigger.from() - name.to();
            boolean owns = gap > 0 && gap <= REACH_OF_OWNER && passage.is(name.to(), "s");
            boolean adjective = name.isAdjective() && gap <= 2;
            boolean attribute =
                    gap == 0 && name.actor().type() != ActorType.PLACE && !isMatter(name);
            boolean joined =
                    !doers.isEmpty() && gap <= REACH_OF_JOINED && passage.is(name.to(), "and");
            if (!owns && !adjective && !attribute && !joined) {
                break;
            }
            doers.add(0, name.actor().id());
        }
        return doers;
    }

    /** "the Libya truce", "Iran sanctions": a state's own name, where its adjective would own. */
    private boolean isMatter(Found name) {
        return trigger.topic().takesMatterBefore()
                && name.actor().type() == ActorType.COUNTRY
                && !name.isAdjective()
                && !passage.reading().isAllCapitals(name.from());
    }

    /** "the Idlib ceasefire": a place right before the noun is where it is. */
    private List<String> placesBefore(List<String> doer) {
        var where = new ArrayList<String>();
        for (Found name : passage.found()) {
            if (name.to() <= trigger.from()
                    && trigger.from() - name.to() <= 1
                    && (name.actor().type() == ActorType.PLACE
                            || name.to() == trigger.from() && isMatter(name))
                    && !doer.contains(name.actor().id())) {
                where.add(name.actor().id());
            }
        }
        return where;
    }
}
