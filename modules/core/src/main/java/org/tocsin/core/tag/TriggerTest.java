package org.tocsin.core.tag;

import java.util.List;

/**
 * Whether the words of a rule tell of its event where they stand in one sentence: by their
 * neighbours first, and by all of the sentence only where those let them pass.
 */
final class TriggerTest {

    private static final int UNCOUNTED = -1;

    private final Spheres spheres;
    private final Grammar grammar;
    private final Reading reading;
    private final int sentence;
    private final List<Found> found;
    private final Spheres.Whole whole;
    private final int first;
    private final int end;

    /** Small words of English and of other languages, counted when a trigger first asks. */
    private int english = UNCOUNTED;

    private int foreign = UNCOUNTED;
    private Balance balance;

    TriggerTest(
            Rules rules, Reading reading, int sentence, List<Found> found, Spheres.Whole whole) {
        this.spheres = rules.spheres;
        this.grammar = rules.grammar;
        this.reading = reading;
        this.sentence = sentence;
        this.found = found;
        this.whole = whole;
        first = reading.opening(sentence);
        end = reading.endWord(sentence);
    }

    boolean fits(PhraseIndex.Hit<EventRule> hit) {
        return !reading.hyphenAfter(hit.to() - 1)
                && isVerbHere(hit)
                && !isAttribute(hit)
                && !isInName(hit)
                && isOfLanguage(hit)
                && hit.meaning().fits(reading, found, hit, first, end)
                && !isElsewhere(hit);
    }

    /** Another sphere outweighs public life. */
    boolean isElsewhere(PhraseIndex.Hit<EventRule> hit) {
        return spheres.isElsewhere(hit, balance(), whole);
    }

    void keepPublic(List<PhraseIndex.Hit<EventRule>> hits) {
        hits.removeIf(hit -> !hit.meaning().isFigure() && !isPublic(hit));
    }

    /** Somebody of public life is told of, or the rule needs nobody. */
    boolean isPublic(PhraseIndex.Hit<EventRule> hit) {
        return hit.meaning().open() || !found.isEmpty() || has(grammar.publicLife, hit);
    }

    private Balance balance() {
        if (balance == null) {
            balance = spheres.balance(reading, found, sentence);
        }
        return balance;
    }

    /**
     * "die" is German too, and "resolution" French. The small words of the sentence tell its
     * language, where it has any: a headline's may not.
     */
    private boolean isOfLanguage(PhraseIndex.Hit<EventRule> hit) {
        if (reading.isNonLatin(hit.from())) {
            return true;
        }
        english = english == UNCOUNTED ? count(grammar.smallEnglish) : english;
        if (english > 0) {
            return true;
        }
        foreign = foreign == UNCOUNTED ? count(grammar.smallForeign) : foreign;
        return foreign < 2;
    }

    private int count(WordSet words) {
        int count = 0;
        for (int i = first; i < end; i++) {
            count += reading.is(i, words) ? 1 : 0;
        }
        return count;
    }

    /** "the withdraw" is no verb. */
    private boolean isVerbHere(PhraseIndex.Hit<EventRule> hit) {
        return hit.form() != Form.BASE && hit.form() != Form.THIRD
                || hit.from() == first
                || !reading.is(hit.from() - 1, grammar.beforeNoun)
                || isContracted(hit.from() - 1);
    }

    /** "the liberated territories", "the ousted president": which ones, not that they were. */
    private boolean isAttribute(PhraseIndex.Hit<EventRule> hit) {
        return (hit.form() == Form.PAST || hit.form() == Form.PARTICIPLE)
                && hit.from() > first
                && hit.meaning().topic() != EventTopic.DISPLACEMENT
                && reading.is(hit.from() - 1, grammar.determinesGerund)
                && !isContracted(hit.from() - 1);
    }

    /** "it's retaken": the s of a verb, not of an owner. */
    private boolean isContracted(int s) {
        return s > first && reading.is(s, "s") && reading.is(s - 1, grammar.pronoun);
    }

    /** "High Negotiations Committee" tells of no negotiations. */
    private boolean isInName(PhraseIndex.Hit<EventRule> hit) {
        for (int i = 0; i < found.size(); i++) {
            Found name = found.get(i);
            boolean inside = name.from() <= hit.from() && hit.from() < name.to();
            if (inside && name.to() - name.from() > 1) {
                return true;
            }
        }
        return false;
    }

    private boolean has(WordSet words, PhraseIndex.Hit<EventRule> hit) {
        for (int i = first; i < end; i++) {
            if (!hit.owns(i) && reading.is(i, words)) {
                return true;
            }
        }
        return false;
    }
}
