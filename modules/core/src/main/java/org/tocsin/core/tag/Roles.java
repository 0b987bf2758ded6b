package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/** Who does it and to whom or where, by position and prepositions. */
record Roles(List<String> actor, List<String> target) {

    /** Reads the roles around one trigger; {@code suffered}: its subject is whom it is done to. */
    static Roles of(Passage passage, Trigger trigger, boolean suffered) {
        boolean befell = befalls(passage, trigger);
        Roles read = read(passage, trigger, suffered || befell);
        Roles roles = new Scene(passage, trigger).complete(read);
        return befell && !hasDoer(passage, trigger) ? roles.ofVictims() : roles;
    }

    /** "Three Kenyan soldiers died", "lost their lives", "were hurt". */
    private static boolean befalls(Passage passage, Trigger trigger) {
        boolean any = false;
        for (int i = trigger.from(); i < trigger.to(); i++) {
            any |= passage.is(i, passage.grammar().befalls);
        }
        return any && trigger.topic() == EventTopic.CASUALTIES;
    }

    /** "were hurt by shells". */
    private static boolean hasDoer(Passage passage, Trigger trigger) {
        for (int i = trigger.to(); i < passage.end(); i++) {
            if (passage.is(i, "by") && passage.clauses().same(i, trigger.from())) {
                return true;
            }
        }
        return false;
    }

    /** Who dies in Libya was not killed by Libya; it is where, if nobody is named. */
    private Roles ofVictims() {
        return new Roles(List.of(), target.isEmpty() ? actor : target);
    }

    private static Roles read(Passage passage, Trigger trigger, boolean suffered) {
        var right = new NamesRight(passage, trigger);
        List<String> compound = compound(passage, trigger);
        if (!compound.isEmpty()) {
            Roles roles = new Roles(compound, minus(right.held, compound));
            return suffered ? roles.turned() : roles;
        }
        if (trigger.isVerb()) {
            return new RolesOfVerb(passage, trigger, right, suffered)
                    .read()
                    .ofOffice(passage, trigger.topic());
        }
        Roles roles =
                new RolesOfNoun(passage, trigger, right).read().ofOffice(passage, trigger.topic());
        return suffered ? roles.turned() : roles;
    }

    /** "U.N.-mediated talks", "the Russian-brokered truce". */
    private static List<String> compound(Passage passage, Trigger trigger) {
        if (trigger.form() != Form.PAST && trigger.form() != Form.PARTICIPLE) {
            return List.of();
        }
        for (Found name : passage.found()) {
            if (name.to() == trigger.from() && passage.reading().hyphenAfter(trigger.from() - 1)) {
                return List.of(name.actor().id());
            }
        }
        return List.of();
    }

    /** What was read as done by them was done to them. */
    Roles turned() {
        return new Roles(target, actor);
    }

    /** "Kenyan President Ruto stepped down": he leaves the office, his state does not. */
    private Roles ofOffice(Passage passage, EventTopic topic) {
        return topic == EventTopic.RESIGNATION
                ? new Roles(persons(passage, actor), persons(passage, target))
                : this;
    }

    /** The persons among them; all where there are none. */
    private static List<String> persons(Passage passage, List<String> ids) {
        if (ids.size() < 2) {
            return ids;
        }
        var persons = new ArrayList<String>();
        for (Found name : passage.found()) {
            String id = name.actor().id();
            if (name.actor().type() == ActorType.PERSON
                    && ids.contains(id)
                    && !persons.contains(id)) {
                persons.add(id);
            }
        }
        return persons.isEmpty() ? ids : persons;
    }

    static List<String> distinct(List<String> ids) {
        return ids.size() < 2 ? ids : minus(ids, List.of());
    }

    static List<String> minus(List<String> ids, List<String> without) {
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

    static List<String> withoutPlaces(Passage passage, List<String> ids) {
        var left = new ArrayList<String>(ids.size());
        for (String id : ids) {
            if (!isPlace(passage, id)) {
                left.add(id);
            }
        }
        return left;
    }

    static boolean arePersons(Passage passage, List<String> ids) {
        for (Found name : passage.found()) {
            if (ids.contains(name.actor().id()) && name.actor().type() != ActorType.PERSON) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlace(Passage passage, String id) {
        for (Found name : passage.found()) {
            if (name.actor().id().equals(id) && name.actor().type() == ActorType.PLACE) {
                return true;
            }
        }
        return false;
    }
}
