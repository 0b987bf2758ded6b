package org.tocsin.core.tag;

import java.util.List;
import java.util.Map;

/**
 * Hears the {@link TopicModel} on what the rules found in a sentence: what it holds for all but
 * impossible is not told, and what it is sure of is told though no rule knows the words.
 */
final class TopicJudge {

    /** Below it a rule's find falls; chosen by {@code modules/bench/run train}. */
    static final double IMPOSSIBLE = 0.02;

    /** From it on the model needs no rule; chosen by the same. */
    static final double SURE = 0.5;

    /** Of a sentence's terms; of one in another language it knows hardly any. */
    private static final double LEAST_KNOWN = 0.4;

    /** To take a logarithm here is cheaper than an exponent for each topic of each sentence. */
    private static final double SURE_ODDS = TopicModel.oddsOf(SURE);

    private static final double VERB = 2;

    /** "repelled", "condemned": only where no word but that tells of the raid. */
    private static final double BEHOLDING = 0.01;

    private static final EventTopic[] TOPICS = EventTopic.values();

    private final TopicReader model;
    private final Grammar grammar;
    private final WordSet beholding;

    TopicJudge(Rules rules) {
        model = new TopicReader(rules.topics);
        grammar = rules.grammar;
        beholding = rules.beholding;
    }

    /**
     * @param hits of the rules and of figures of speech in that sentence; some are taken away, some
     *     added
     */
    void judge(
            Reading reading,
            int sentence,
            List<Found> named,
            TriggerTest test,
            List<PhraseIndex.Hit<EventRule>> hits) {
        int first = reading.opening(sentence);
        int end = reading.endWord(sentence);
        model.read(reading, named, first, end);
        if (model.known() < LEAST_KNOWN) {
            test.keepPublic(hits);
            return;
        }
        if (!hits.isEmpty()) {
            hits.removeIf(hit -> isUnlikely(hit, test));
        }
        for (long sure = model.withOdds(SURE_ODDS); sure != 0; sure &= sure - 1) {
            EventTopic topic = TOPICS[Long.numberOfTrailingZeros(sure)];
            if (!isTold(topic, hits)) {
                int word = model.bestWord(topic, i -> fitness(reading, topic, i, hits));
                var hit = word < 0 ? null : hit(reading, topic, word);
                if (hit != null
                        && !test.isElsewhere(hit)
                        && !(reading.is(word, beholding) && isOtherAttack(topic, hits))) {
                    hits.add(hit);
                }
            }
        }
        if (hits.size() > 1) {
            hits.sort(EventFinder.AS_WRITTEN);
        }
    }

    /** "The negotiations broke down" names nobody of public life: there the model must be sure. */
    private boolean isUnlikely(PhraseIndex.Hit<EventRule> hit, TriggerTest test) {
        EventRule rule = hit.meaning();
        return !rule.isFigure()
                && model.likelihood(rule.topic()) < (test.isPublic(hit) ? IMPOSSIBLE : SURE);
    }

    private static boolean isTold(EventTopic topic, List<PhraseIndex.Hit<EventRule>> hits) {
        for (var hit : hits) {
            if (hit.meaning().topic() == topic) {
                return true;
            }
        }
        return false;
    }

    /** "condemned the raid": by that word alone it is no second kind of attack. */
    private static boolean isOtherAttack(EventTopic topic, List<PhraseIndex.Hit<EventRule>> hits) {
        if (!Stances.isHarm(topic) || topic == EventTopic.CASUALTIES) {
            return false;
        }
        for (var hit : hits) {
            if (Stances.isHarm(hit.meaning().topic())) {
                return true;
            }
        }
        return false;
    }

    /**
     * "the" tells nothing, and what belongs to a figure of speech or to another event no more; of
     * "people moved" the verb is the event.
     */
    private double fitness(
            Reading reading, EventTopic topic, int word, List<PhraseIndex.Hit<EventRule>> hits) {
        if (reading.is(word, grammar.empty)) {
            return 0;
        }
        for (var hit : hits) {
            if (hit.owns(word)) {
                return 0;
            }
        }
        if (Stances.isHarm(topic) && reading.is(word, beholding)) {
            return BEHOLDING;
        }
        return form(reading, word).isVerb() ? VERB : 1;
    }

    private PhraseIndex.Hit<EventRule> hit(Reading reading, EventTopic topic, int word) {
        long hundredths = Math.round(100 * model.likelihood(topic));
        // By hand: a format takes longer than all else that is done for the word.
        String written =
                reading.word(word)
                        + (hundredths < 100 ? " (0." : " (1.")
                        + hundredths % 100 / 10
                        + hundredths % 10
                        + ")";
        var phrase = new Phrase(written, Map.of(), new Phrase.Step[0]);
        return new PhraseIndex.Hit<>(
                EventRule.learned(topic), phrase, word, word + 1, form(reading, word), 1);
    }

    private Form form(Reading reading, int word) {
        Form known = grammar.form(reading.code(word));
        if (known != null) {
            return known;
        }
        if (reading.endsWith(word, "ed")) {
            return Form.PAST;
        }
        return reading.endsWith(word, "ing") ? Form.GERUND : Form.NOUN;
    }
}
