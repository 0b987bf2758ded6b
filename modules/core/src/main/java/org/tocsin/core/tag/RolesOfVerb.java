package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/** The roles around a verb: its subject, its object, and who did it where it is passive. */
final class RolesOfVerb {

    private static final int REACH_OF_AGENT = 3;

    private final Passage passage;
    private final Trigger trigger;
    private final NamesRight right;
    private final boolean suffered;

    RolesOfVerb(Passage passage, Trigger trigger, NamesRight right, boolean suffered) {
        this.passage = passage;
        this.trigger = trigger;
        this.right = right;
        this.suffered = suffered;
    }

    Roles read() {
        var left = new Subject(passage, trigger);
        var stances = new Stances(passage, trigger);
        List<String> subject =
                trigger.form() == Form.GERUND && stances.isOfOnlooker()
                        ? left.ofSomebody()
                        : left.find();
        boolean passive = isPassive();
        if (stances.isVictimsOwn()) {
            return passive ? ofPassive(subject).turned() : ofVictim(subject);
        }
        if (right.held.isEmpty() && !passive) {
            right.held.addAll(left.where());
        }
        if (subject.isEmpty()) {
            subject = right.own;
        }
        if (subject.isEmpty()) {
            subject = behindParticiple();
        }
        Roles roles = passive ? ofPassive(subject) : ofActive(subject);
        // "the city fell to the rebels", but "was given up by the army" says itself who did it.
        return suffered && !(passive && !right.by.isEmpty()) ? roles.turned() : roles;
    }

    /** "Accusing Ukraine of sabotage, Hungary blocked": whom the main verb follows. */
    private List<String> behindParticiple() {
        if (trigger.form() != Form.GERUND || trigger.from() != passage.first()) {
            return List.of();
        }
        int comma = trigger.to();
        while (comma < passage.end() && !passage.reading().commaAfter(comma - 1)) {
            comma++;
        }
        List<String> main = new NamesLeft(passage).group(comma, passage.end(), false);
        right.held.removeAll(main);
        return main;
    }

    /** "were hit by drones in Aleppo": what is hit is named, and where it was matters no more. */
    private Roles ofPassive(List<String> subject) {
        if (right.by.isEmpty() && trigger.topic().movesOwn()) {
            return new Roles(Roles.distinct(subject), Roles.minus(right.held, subject));
        }
        List<String> target = subject.isEmpty() ? right.held : subject;
        return new Roles(Roles.distinct(right.by), Roles.minus(target, right.by));
    }

    private Roles ofActive(List<String> subject) {
        List<String> held = right.held;
        if (trigger.topic().isGiven() && passage.is(trigger.from(), passage.grammar().asks)) {
            return new Roles(Roles.distinct(held), Roles.minus(subject, held));
        }
        if (trigger.topic() == EventTopic.TERRITORY_CHANGE
                && !suffered
                && !subject.isEmpty()
                && Roles.withoutPlaces(passage, subject).isEmpty()) {
            // "Aleppo fell": a place loses, it takes nothing.
            var lost = new ArrayList<>(subject);
            lost.addAll(held);
            return new Roles(List.of(), Roles.distinct(lost));
        }
        return new Roles(Roles.distinct(subject), Roles.minus(held, subject));
    }

    /** "repelled an Israeli raid on Khiam": whose raid it is stands right behind. */
    private Roles ofVictim(List<String> subject) {
        var doers = new ArrayList<>(right.by);
        for (Found name : passage.found()) {
            boolean beside =
                    name.from() >= trigger.to()
                            && right.held.contains(name.actor().id())
                            && name.actor().type() != ActorType.PLACE
                            && !passage.is(name.from() - 1, passage.grammar().noSubject);
            if (beside && doers.isEmpty()) {
                doers.add(name.actor().id());
            }
        }
        var target = new ArrayList<>(subject);
        target.addAll(right.held);
        return new Roles(doers, Roles.minus(target, doers));
    }

    private boolean isPassive() {
        return (trigger.form() == Form.PAST || trigger.form() == Form.PARTICIPLE)
                && (new VerbGroup(passage, trigger.verb()).be
                        || isFollowedByAgent()
                        || isAside()
                        || lacksObject());
    }

    /** "Ivorian soldiers held in Bamako since July", "Machar placed under house arrest". */
    private boolean lacksObject() {
        int next = trigger.verb() + 1;
        return trigger.topic() == EventTopic.DETENTION
                && !new VerbGroup(passage, trigger.verb()).perfect
                && (next == passage.end()
                        || !passage.clauses().same(next, trigger.from())
                        || passage.is(next, "for")
                        || passage.is(next, passage.grammar().setting)
                        || passage.is(next, passage.grammar().within));
    }

    /** "Navalny, held since January, walked free": a participle between commas. */
    private boolean isAside() {
        int from = trigger.from();
        boolean participle =
                from > passage.first()
                        && trigger.to() < passage.end()
                        && passage.reading().commaAfter(from - 1)
                        && passage.isNameBefore(from)
                        && !trigger.topic().movesOwn()
                        && (passage.is(trigger.to(), passage.grammar().noSubject)
                                || passage.is(trigger.to(), "since"));
        for (int i = trigger.to(); participle && i < passage.end() - 1; i++) {
            if (passage.reading().commaAfter(i)) {
                return passage.verbs().isFinite(passage.reading(), i + 1, passage.end());
            }
        }
        return false;
    }

    /** "rounds fired by Islamic State": a participle that needs no auxiliary. */
    private boolean isFollowedByAgent() {
        if (right.by.isEmpty()) {
            return false;
        }
        for (int i = trigger.verb() + 1;
                i < trigger.to() + REACH_OF_AGENT && i < passage.end();
                i++) {
            if (passage.is(i, "by")) {
                return true;
            }
        }
        return false;
    }
}
