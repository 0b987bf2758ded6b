package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.lexicon.Actor;

/**
 * What the sentence around an event adds to its roles: the state that a capital stands for, and
 * where it happens when nobody is named to whom.
 */
final class Scene {

    /** "officials in Aden said", "told reporters in Colombo". */
    private static final int REACH_OF_SPEECH = 3;

    private final Passage passage;
    private final Trigger trigger;

    Scene(Passage passage, Trigger trigger) {
        this.passage = passage;
        this.trigger = trigger;
    }

    Roles complete(Roles read) {
        List<String> actor = trigger.topic().isOfStates() ? asStates(read.actor()) : read.actor();
        List<String> target = read.target();
        if (trigger.topic().isBetweenStates()) {
            target = Roles.minus(asStatesUnlessWithin(target), actor);
        }
        if (target.isEmpty() && trigger.topic().isSomewhere()) {
            target = where(actor);
        }
        Roles roles = withHost(new Roles(actor, target));
        return roles.actor().isEmpty() ? withDoerBehind(roles) : roles;
    }

    /**
     * "the fall of Kunduz to the Taliban", "fell on Monday to the army", "shells from Bulgaria".
     */
    private Roles withDoerBehind(Roles roles) {
        String word =
                trigger.topic().isGiven()
                        ? "from"
                        : trigger.topic() == EventTopic.TERRITORY_CHANGE ? "to" : null;
        if (word == null) {
            return roles;
        }
        for (Found name : passage.found()) {
            int before = beforeTitle(name);
            String state = name.actor().capitalOf();
            boolean acts = name.actor().type() != ActorType.PLACE || state != null;
            if (acts
                    && before >= trigger.to()
                    && passage.is(before, word)
                    && passage.clauses().same(before, trigger.from())) {
                List<String> own = ids(name);
                List<String> actor = asStates(own);
                return new Roles(actor, Roles.minus(Roles.minus(roles.target(), actor), own));
            }
        }
        return roles;
    }

    private static List<String> ids(Found name) {
        return List.of(name.actor().id());
    }

    /**
     * "The Iranian ambassador was thrown out of Norway", "the expulsion of diplomats from Norway".
     */
    private Roles withHost(Roles roles) {
        if (trigger.topic() != EventTopic.DIPLOMATIC_RUPTURE || !tellsExpulsion()) {
            return roles;
        }
        for (Found name : passage.found()) {
            if (name.from() <= trigger.from()) {
                continue;
            }
            int before = name.from() - (passage.is(name.from() - 1, "the") ? 2 : 1);
            boolean host =
                    before > trigger.from()
                            && passage.clauses().same(before, trigger.from())
                            && (passage.is(before, "from")
                                    || passage.is(before, "of") && passage.is(before - 1, "out"));
            if (host) {
                var expelled = new ArrayList<>(roles.actor());
                expelled.addAll(roles.target());
                List<String> actor = asStates(ids(name));
                expelled.removeAll(ids(name));
                return new Roles(actor, Roles.minus(expelled, actor));
            }
        }
        return roles;
    }

    /** Nobody is named who expels: a noun without its doer, or a passive. */
    private boolean tellsExpulsion() {
        for (int i = trigger.from(); i < trigger.to(); i++) {
            if (passage.is(i, passage.grammar().expels)) {
                return !trigger.isVerb() || new VerbGroup(passage, trigger.verb()).be;
            }
        }
        return false;
    }

    /** "Madrid jailed", "a pact between Riyadh and Islamabad": who acts there is the state. */
    List<String> asStates(List<String> ids) {
        return states(ids, false);
    }

    /** "to Cairo", but not "in Cairo". */
    private List<String> asStatesUnlessWithin(List<String> ids) {
        return states(ids, true);
    }

    private List<String> states(List<String> ids, boolean unlessWithin) {
        if (ids.isEmpty()) {
            return ids;
        }
        List<String> states = ids;
        for (Found name : passage.found()) {
            if (name.actor().capitalOf() == null
                    || !states.contains(name.actor().id())
                    || isAttribute(name)
                    || unlessWithin && isWithin(name)) {
                continue;
            }
            Actor state = passage.states().of(name);
            if (state != null) {
                if (states == ids) {
                    states = new ArrayList<>(ids);
                }
                states.replaceAll(id -> id.equals(name.actor().id()) ? state.id() : id);
            }
        }
        return states == ids ? ids : Roles.distinct(states);
    }

    /** "the Minsk agreement was signed": which one, not whose. */
    private boolean isAttribute(Found name) {
        int next = name.to();
        if (next > trigger.from() || trigger.overlaps(name)) {
            return !trigger.isVerb() && trigger.overlaps(name);
        }
        if (next == trigger.from()) {
            return !trigger.isVerb();
        }
        Grammar grammar = passage.grammar();
        return passage.reading().blankAfter(next - 1)
                && passage.form(next) == null
                && !passage.reading().isCapital(next)
                && !passage.reading().endsWith(next, "ed")
                && !passage.reading().endsWith(next, "ly")
                && !passage.is(next, grammar.auxiliary)
                && !passage.is(next, grammar.verbAdverb)
                && !passage.is(next, grammar.conjunction)
                && !passage.is(next, grammar.noSubject)
                && !passage.is(next, grammar.relative)
                && !passage.is(next, "ought")
                && !passage.is(next, "s");
    }

    /** The one place of the event's clause, or else of its sentence. */
    private List<String> where(List<String> actor) {
        String beside = null;
        String anywhere = null;
        boolean several = false;
        for (Found name : passage.found()) {
            if (actor.contains(name.actor().id()) || !isSomewhere(name) || isOfTeller(name)) {
                continue;
            }
            String id = name.actor().id();
            if (passage.clauses().same(name.from(), trigger.from())) {
                beside = beside == null ? id : beside;
            }
            several |= anywhere != null && !anywhere.equals(id);
            anywhere = id;
        }
        if (beside != null) {
            return List.of(beside);
        }
        return anywhere == null || several ? List.of() : List.of(anywhere);
    }

    private boolean isSomewhere(Found name) {
        ActorType type = name.actor().type();
        return type == ActorType.PLACE
                || type == ActorType.COUNTRY && (isWithin(name) || passage.isHeading(name));
    }

    /** "in Sudan", "near the southern city of Rafah". */
    private boolean isWithin(Found name) {
        int before = beforeTitle(name);
        return before >= passage.first() && passage.is(before, passage.grammar().within);
    }

    private int beforeTitle(Found name) {
        int i = name.from() - 1;
        while (i > passage.first() && passage.is(i, passage.grammar().inTitle)) {
            i--;
        }
        return i;
    }

    private boolean isOfTeller(Found name) {
        Grammar grammar = passage.grammar();
        for (int i = name.to(); i < passage.end() && i < name.to() + REACH_OF_SPEECH; i++) {
            if (passage.is(i, grammar.speech)) {
                return true;
            }
            if (passage.form(i) != null) {
                break;
            }
        }
        int before = Math.max(passage.first(), name.from() - 1 - REACH_OF_SPEECH);
        for (int i = name.from() - 1; i >= before; i--) {
            if (passage.is(i, grammar.speech)) {
                return passage.is(name.from() - 1, grammar.noSubject);
            }
        }
        return false;
    }
}
