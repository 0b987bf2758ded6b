package org.tocsin.core.tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the subject of a clause stands to the deed in its complement ({@code stances.yaml}): who
 * condemns a raid or hears of it did not make it, and who repels it is raided.
 */
final class Stances {

    /** "regretted the heavy overnight shelling of". */
    private static final int REACH = 8;

    private static final int REACH_OF_FACT = 4;

    private final Passage passage;
    private final Trigger trigger;

    Stances(Passage passage, Trigger trigger) {
        this.passage = passage;
        this.trigger = trigger;
    }

    /** What the rules of {@code stances.yaml} tell, by their phrases. */
    static Map<String, Cue> read(List<String> lines) {
        var cues = new LinkedHashMap<String, Cue>();
        for (Map<String, String> rule : RuleFile.read(lines)) {
            boolean ofHarm = rule.get("of").equals("harm");
            Cue.Side side =
                    switch (rule.get("stance")) {
                        case "onlooker" -> ofHarm ? Cue.Side.ONLOOKER_OF_HARM : Cue.Side.ONLOOKER;
                        case "victim" -> Cue.Side.VICTIM;
                        default -> throw new IllegalStateException("no such stance: " + rule);
                    };
            cues.put(rule.get("tells"), new Cue(null, side));
        }
        return cues;
    }

    /** "France condemned the raid", "welcomed the truce": who speaks of it did not do it. */
    boolean isOfOnlooker() {
        return isTakenForGranted()
                || isUnder(Cue.Side.ONLOOKER)
                || isHarm(trigger.topic()) && isUnder(Cue.Side.ONLOOKER_OF_HARM);
    }

    /** "repelled a raid": the one who does so is raided. */
    boolean isOfVictim() {
        return isHarm(trigger.topic()) && isUnder(Cue.Side.VICTIM);
    }

    /** "repelled", as the trigger itself. */
    boolean isVictimsOwn() {
        return isHarm(trigger.topic())
                && passage.cues().startingAt(trigger.from(), Cue.Side.VICTIM) != null;
    }

    /** "was condemned by France", "was repelled by the army": whose deed that is. */
    static boolean isBehind(Passage passage, int by, Cue.Side side) {
        return passage.cues().endingAt(by, side) != null && new VerbGroup(passage, by - 1).be;
    }

    private boolean isUnder(Cue.Side side) {
        if (trigger.topic() == EventTopic.RESOLUTION || trigger.topic() == EventTopic.ACCUSATION) {
            // To condemn something is what an assembly resolves and an accuser says.
            return false;
        }
        Clauses clauses = passage.clauses();
        int last = Math.max(passage.first(), trigger.from() - REACH);
        for (int i = trigger.from() - 1; i > last && clauses.same(i, trigger.from()); i--) {
            var cue = passage.cues().endingAt(i + 1, side);
            if (cue != null && !passage.is(i + 1, "off") && !passage.is(i + 1, "out")) {
                return !passage.readsAsNoun(i);
            }
            if (isEdge(i)) {
                return false;
            }
        }
        return false;
    }

    /**
     * "defended its strikes", "answered with strikes", "condemned it and ordered strikes": from
     * here on the subject does it.
     */
    private boolean isEdge(int i) {
        Grammar grammar = passage.grammar();
        Form form = passage.form(i);
        boolean joined = passage.is(i - 1, grammar.conjunction) && form != null;
        return passage.is(i, grammar.possessive)
                || passage.is(i, "with")
                || passage.is(i, "by")
                || passage.is(i, "to") && passage.form(i + 1) == Form.BASE
                || passage.is(i, grammar.modal)
                || joined && form != Form.GERUND && !passage.isInName(i);
    }

    /** What is taken for granted, by the verb before it. */
    private boolean isTakenForGranted() {
        int last = Math.max(passage.first(), trigger.from() - REACH_OF_FACT);
        for (int i = trigger.from() - 1; i > last; i--) {
            var cue = passage.cues().endingAt(i + 1, Cue.Side.FACT);
            if (cue != null) {
                // "marked out a zone" is another verb.
                return cue.form() != Form.NOUN
                        && !passage.is(i + 1, "out")
                        && passage.clauses().same(i, trigger.from());
            }
            if (passage.is(i, passage.grammar().prepositionOfNoun)) {
                return false;
            }
        }
        return false;
    }

    /** A deed done to somebody who never agreed to it. */
    static boolean isHarm(EventTopic topic) {
        return switch (topic) {
            case MILITARY_STRIKE,
                    GROUND_ATTACK,
                    BOMBING,
                    CHEMICAL_WEAPONS,
                    COUP,
                    SANCTIONS,
                    CASUALTIES,
                    TERRITORY_CHANGE ->
                    true;
            default -> false;
        };
    }
}
