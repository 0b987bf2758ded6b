package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/** Who does it and to whom or where, by position and prepositions. */
record Roles(List<String> actor, List<String> target) {

    private static final int REACH = 14;
    private static final int LONGEST_TITLE = 4;

    /** Reads the roles around one trigger; {@code suffered}: its subject is whom it is done to. */
    static Roles of(Passage passage, Trigger trigger, boolean suffered) {
        Roles roles = new Reader(passage, trigger, suffered).read();
        return suffered ? new Roles(roles.target, roles.actor) : roles;
    }

    /** The names right of the trigger, by what holds them, and what is made of them. */
    private static final class Reader {

        private final Passage passage;
        private final Trigger trigger;
        private final boolean suffered;
        private final List<String> held = new ArrayList<>();
        private final List<String> by = new ArrayList<>();
        private final List<String> of = new ArrayList<>();

        /** "pulling US forces": whose forces the trigger itself names. */
        private final List<String> own = new ArrayList<>();

        Reader(Passage passage, Trigger trigger, boolean suffered) {
            this.passage = passage;
            this.suffered = suffered;
            this.trigger = trigger;
        }

        Roles read() {
            readRight();
            List<String> compound = compound();
            if (!compound.isEmpty()) {
                return new Roles(compound, minus(held, compound));
            }
            var left = new Subject(passage, trigger);
            List<String> subject = left.find();
            if (trigger.isVerb() && held.isEmpty() && !isPassive()) {
                held.addAll(left.where());
            }
            return trigger.isVerb() ? ofVerb(subject.isEmpty() ? own : subject) : ofNoun(subject);
        }

        private Roles ofVerb(List<String> subject) {
            if (isPassive()) {
                // "were hit by drones in Aleppo": what is hit comes first, then where.
                if (by.isEmpty() && trigger.topic().movesOwn()) {
                    return new Roles(distinct(subject), minus(held, subject));
                }
                var target = new ArrayList<>(subject);
                target.addAll(held);
                return new Roles(distinct(by), minus(target, by));
            }
            if (trigger.topic().isGiven() && passage.is(trigger.from(), passage.grammar().asks)) {
                return new Roles(distinct(held), minus(subject, held));
            }
            if (trigger.topic() == EventTopic.TERRITORY_CHANGE && !suffered && allPlaces(subject)) {
                // "Aleppo fell": a place loses, it takes nothing.
                var lost = new ArrayList<>(subject);
                lost.addAll(held);
                return new Roles(List.of(), distinct(lost));
            }
            return new Roles(distinct(subject), minus(held, subject));
        }

        private boolean allPlaces(List<String> ids) {
            return !ids.isEmpty() && withoutPlaces(ids).isEmpty();
        }

        private Roles ofNoun(List<String> subject) {
            List<String> owner = owner();
            boolean ofDoes = !of.isEmpty() && !trigger.topic().takesObjectByOf();
            List<String> doer =
                    !by.isEmpty() ? by : !owner.isEmpty() ? owner : ofDoes ? of : subject;
            var target = new ArrayList<>(held);
            if (isAgent() && doer != subject) {
                target.addAll(0, subject);
            }
            if (doer != of) {
                target.addAll(of);
            }
            if (target.isEmpty()) {
                target.addAll(givenTo());
            }
            // A place does nothing by a noun: "the Aleppo ceasefire" is there.
            List<String> doers = withoutPlaces(distinct(doer));
            target.addAll(0, placesBefore(doers));
            return new Roles(doers, minus(target, doers));
        }

        /** "was hit by Turkish air raids": the subject is hit. */
        private boolean isAgent() {
            for (int i = trigger.from() - 1;
                    i > passage.first() && i >= trigger.from() - LONGEST_TITLE;
                    i--) {
                if (passage.is(i, "by")) {
                    Form form = passage.form(i - 1);
                    return (form == Form.PAST || form == Form.PARTICIPLE)
                            && new VerbGroup(passage, i - 1).be;
                }
            }
            return false;
        }

        /** "threatened Spain with sanctions", "hit Chad with an embargo". */
        private List<String> givenTo() {
            int with = trigger.from() - 1;
            while (with > passage.first()
                    && with > trigger.from() - LONGEST_TITLE
                    && !passage.is(with, "with")) {
                with--;
            }
            if (with <= passage.first() || !passage.is(with, "with")) {
                return List.of();
            }
            for (Found name : passage.found()) {
                if (name.to() == with) {
                    return List.of(name.actor().id());
                }
            }
            return List.of();
        }

        private void readRight() {
            boolean lastBy = false;
            boolean lastOf = false;
            int lastEnd = -1;
            for (Found name : passage.found()) {
                if (trigger.overlaps(name)) {
                    // "asked Berlin for tanks": the trigger's words enclose whom it is done to.
                    if (trigger.isVerb()
                            && name.from() > trigger.from()
                            && name.to() <= trigger.to()) {
                        (trigger.topic().movesOwn() ? own : held).add(name.actor().id());
                    }
                    continue;
                }
                if (name.from() < trigger.to()) {
                    continue;
                }
                if (!reaches(name.from()) || isOfCharge(name.from())) {
                    break;
                }
                int before = beforeTitle(name.from());
                boolean listed = lastEnd >= 0 && isListed(lastEnd, name.from());
                lastBy = isBy(before) || listed && lastBy;
                lastOf = before >= 0 && passage.is(before, "of") || listed && lastOf;
                lastEnd = name.to();
                if (lastBy) {
                    by.add(name.actor().id());
                } else if (!lastOf) {
                    held.add(name.actor().id());
                } else if (!trigger.isVerb() && !isOutOf(before, name)) {
                    of.add(name.actor().id());
                } else if (!isOfPerson(before)) {
                    held.add(name.actor().id());
                }
            }
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
                for (int i = before - 1; i >= trigger.to() && i >= before - LONGEST_TITLE; i--) {
                    if (passage.is(i, "by")) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** "accused Paris of arming Chad": what follows is of the deed, not of the charge. */
        private boolean isOfCharge(int name) {
            if (trigger.topic() != EventTopic.ACCUSATION || held.isEmpty()) {
                return false;
            }
            for (int i = trigger.to(); i < name; i++) {
                if (passage.is(i, "of") || passage.is(i, "for") || passage.is(i, "over")) {
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

        private boolean isPassive() {
            return (trigger.form() == Form.PAST || trigger.form() == Form.PARTICIPLE)
                    && new VerbGroup(passage, trigger.verb()).be;
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

        /** "U.N.-mediated talks", "the Russian-brokered truce". */
        private List<String> compound() {
            if (trigger.form() != Form.PAST && trigger.form() != Form.PARTICIPLE) {
                return List.of();
            }
            for (Found name : passage.found()) {
                if (name.to() == trigger.from()
                        && passage.reading().hyphenAfter(trigger.from() - 1)) {
                    return List.of(name.actor().id());
                }
            }
            return List.of();
        }

        /** "Russia's withdrawal", "Russian air strikes": the names right before a noun. */
        private List<String> owner() {
            var doers = new ArrayList<String>();
            for (int k = passage.found().size() - 1; k >= 0; k--) {
                Found name = passage.found().get(k);
                if (name.to() > trigger.from()) {
                    continue;
                }
                int gap = trigger.from() - name.to();
                boolean owns = gap > 0 && gap <= 4 && passage.is(name.to(), "s");
                boolean adjective = name.isAdjective() && gap <= 2;
                boolean attribute = gap == 0 && name.actor().type() != ActorType.PLACE;
                boolean joined = !doers.isEmpty() && gap <= 5 && passage.is(name.to(), "and");
                if (!owns && !adjective && !attribute && !joined) {
                    break;
                }
                doers.add(0, name.actor().id());
            }
            return doers;
        }

        /** "the Idlib ceasefire": a place right before the noun is where it is. */
        private List<String> placesBefore(List<String> doer) {
            var where = new ArrayList<String>();
            for (Found name : passage.found()) {
                if (name.to() <= trigger.from()
                        && trigger.from() - name.to() <= 1
                        && name.actor().type() == ActorType.PLACE
                        && !doer.contains(name.actor().id())) {
                    where.add(name.actor().id());
                }
            }
            return where;
        }

        private List<String> withoutPlaces(List<String> ids) {
            var left = new ArrayList<String>(ids.size());
            for (String id : ids) {
                if (!isPlace(id)) {
                    left.add(id);
                }
            }
            return left;
        }

        private boolean isPlace(String id) {
            for (Found name : passage.found()) {
                if (name.actor().id().equals(id) && name.actor().type() == ActorType.PLACE) {
                    return true;
                }
            }
            return false;
        }
    }

    static List<String> distinct(List<String> ids) {
        return ids.size() < 2 ? ids : minus(ids, List.of());
    }

    private static List<String> minus(List<String> ids, List<String> without) {
        if (ids.isEmpty()) {
            return ids;
        }
        var left = new ArrayList<String>(ids.size());
        for (String id : ids) {
            if (!left.contains(id) && !without.contains(id)) {
                left.add(id);
            }
        }
        return left;
    }
}
