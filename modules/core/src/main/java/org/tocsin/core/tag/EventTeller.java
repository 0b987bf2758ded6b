package org.tocsin.core.tag;

import java.util.List;

/** Tells the events of one sentence: of each trigger its form, its modality and its roles. */
final class EventTeller {

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Ladder ladder;
    private final int sentence;
    private final ModalityJudge judge;

    /** {@code judge} has read the sentence; null where the rules alone are asked. */
    EventTeller(Passage passage, int sentence, ModalityJudge judge) {
        this.passage = passage;
        this.judge = judge;
        this.sentence = sentence;
        reading = passage.reading();
        grammar = passage.grammar();
        ladder = new Ladder(passage);
    }

    Told tell(PhraseIndex.Hit<EventRule> hit) {
        EventRule rule = hit.meaning();
        Trigger trigger = trigger(hit);
        Claims.Claim claim = claim(rule, trigger);
        Roles roles = Roles.of(passage, trigger, rule.suffered());
        return Told.of(reading, sentence, hit, claim, roles);
    }

    private Claims.Claim claim(EventRule rule, Trigger trigger) {
        Claims.Claim byRules = ladder.of(rule, trigger);
        return judge == null ? byRules : judge.judge(reading, trigger, rule.isLearned(), byRules);
    }

    /** "refugees could return": the people named by a deed, beside the deed itself. */
    boolean isBesideDeed(PhraseIndex.Hit<EventRule> hit, List<PhraseIndex.Hit<EventRule>> all) {
        if (!reading.is(hit.from(), grammar.doers)) {
            return false;
        }
        for (var other : all) {
            if (other != hit && other.meaning().topic() == hit.meaning().topic()) {
                return true;
            }
        }
        return false;
    }

    /** "agreed to", "an accord on", but not "the accord was a result of the talks". */
    boolean holdsMatter(PhraseIndex.Hit<EventRule> hit) {
        return hit.form().isVerb()
                || hit.to() < passage.end() && reading.is(hit.to(), grammar.beforeMatter);
    }

    private Trigger trigger(PhraseIndex.Hit<EventRule> hit) {
        EventTopic topic = hit.meaning().topic();
        Form form = form(hit);
        for (int i = hit.from(); !form.isVerb() && i < hit.to(); i++) {
            if (i == hit.from() && !isHelped(i)) {
                continue;
            }
            Form inside = grammar.form(reading.code(i));
            if ((inside == Form.PAST || inside == Form.PARTICIPLE)
                    && (hit.words() >>> i - hit.from() & 1) != 0) {
                return new Trigger(topic, hit.from(), hit.to(), i, Form.PARTICIPLE);
            }
        }
        return new Trigger(topic, hit.from(), hit.to(), form);
    }

    /** "could be driven from": a phrase written as it stands may open with a verb. */
    private boolean isHelped(int word) {
        return word > passage.first() && new VerbGroup(passage, word).be;
    }

    /** "the fighting" is a noun, "could strike" is none. */
    private Form form(PhraseIndex.Hit<EventRule> hit) {
        if (hit.from() == passage.first()) {
            boolean noun =
                    hit.form() == Form.THIRD
                            && hit.to() < passage.end()
                            && (reading.is(hit.to(), grammar.afterNoun)
                                    || passage.cues().startingAt(hit.to(), Cue.Side.RIGHT) != null);
            return noun ? Form.NOUN : hit.form();
        }
        int before = hit.from() - 1;
        boolean alone = hit.to() - hit.from() == 1 || reading.is(hit.from() + 1, "of");
        if (hit.form() == Form.GERUND && alone && reading.is(before, grammar.determinesGerund)) {
            return Form.NOUN;
        }
        if (hit.form() == Form.THIRD && alone && isNounBehind(before)) {
            return Form.NOUN;
        }
        while (before > passage.first() && reading.is(before, grammar.verbAdverb)) {
            // "could still pull out"
            before--;
        }
        boolean verb =
                hit.form() == Form.NOUN
                        && reading.is(before, grammar.modal)
                        && grammar.form(reading.code(hit.from())) == Form.BASE;
        return verb ? Form.BASE : hit.form();
    }

    /**
     * "condemned strikes on", "the American strikes on": no verb follows a verb or an adjective.
     */
    private boolean isNounBehind(int before) {
        Form form = grammar.form(reading.code(before));
        if (form == Form.PAST || form == Form.THIRD) {
            return !reading.is(before, grammar.auxiliary) && !passage.isInName(before);
        }
        for (Found name : passage.found()) {
            if (name.to() == before + 1 && name.isAdjective() && name.from() > passage.first()) {
                return passage.readsAsNoun(name.from());
            }
        }
        return false;
    }
}
