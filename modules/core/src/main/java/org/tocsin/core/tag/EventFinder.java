package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.lexicon.Lexicon;

/** Finds the events that the sentences of a field tell of. */
final class EventFinder {

    /** How far behind a weak event the event that it yields to may stand. */
    private static final int REACH_OF_WEAK = 14;

    private static final Comparator<PhraseIndex.Hit<EventRule>> LONGEST_FIRST =
            Comparator.comparingInt((PhraseIndex.Hit<EventRule> hit) -> hit.from() - hit.to())
                    .thenComparingInt(PhraseIndex.Hit::from)
                    .thenComparingInt(hit -> -Long.bitCount(hit.words()))
                    .thenComparingInt(hit -> hit.meaning().order());

    static final Comparator<PhraseIndex.Hit<EventRule>> AS_WRITTEN =
            Comparator.comparingInt(PhraseIndex.Hit::from);

    private final Rules rules;
    private final Grammar grammar;
    private final Verbs verbs;
    private final Lexicon lexicon;

    EventFinder(Rules rules, Lexicon lexicon) {
        this.rules = rules;
        this.lexicon = lexicon;
        grammar = rules.grammar;
        verbs = new Verbs(grammar);
    }

    /**
     * {@code found} in the order of the text; {@code judges} are null where the text is not
     * English; {@code year} is the article's.
     */
    List<Told> find(
            Reading reading, List<Found> found, Spheres.Whole whole, Judges judges, NewsYear year) {
        var events = new ArrayList<Told>();
        Antecedents antecedents = Antecedents.NONE;
        var states = new States(lexicon);
        int next = 0;
        for (int s = 0; s < reading.sentences.size(); s++) {
            int from = next;
            while (next < found.size() && found.get(next).sentence() == s) {
                next++;
            }
            if (reading.isFurniture(s)) {
                continue;
            }
            List<Found> named = found.subList(from, next);
            int first = reading.opening(s);
            int end = reading.endWord(s);
            var triggers =
                    triggers(reading, s, named, whole, judges == null ? null : judges.topics());
            if (!triggers.isEmpty()) {
                var clauses = new Clauses(reading, first, end, grammar, verbs);
                var cues = new Cues(cues(reading, clauses, triggers));
                var passage =
                        new Passage(
                                grammar,
                                verbs,
                                reading,
                                named,
                                clauses,
                                cues,
                                antecedents,
                                year,
                                states);
                var teller = new EventTeller(passage, s, hearing(judges, passage));
                tell(triggers, clauses, teller, events);
            }
            if (first < end) {
                antecedents = antecedents.after(reading, named, first, grammar);
            }
        }
        states.settle(found, events);
        return events;
    }

    private static ModalityJudge hearing(Judges judges, Passage passage) {
        if (judges == null) {
            return null;
        }
        judges.modalities()
                .read(passage.reading(), passage.found(), passage.first(), passage.end());
        return judges.modalities();
    }

    /** What tells of events in the sentence, none over another; most sentences have none. */
    private List<PhraseIndex.Hit<EventRule>> triggers(
            Reading reading,
            int sentence,
            List<Found> named,
            Spheres.Whole whole,
            TopicJudge judge) {
        var hits = rules.events.in(reading, reading.opening(sentence), reading.endWord(sentence));
        var test = new TriggerTest(rules, reading, sentence, named, whole);
        if (!hits.isEmpty()) {
            hits.removeIf(hit -> !hit.meaning().isFigure() && !test.fits(hit));
            if (judge == null) {
                test.keepPublic(hits);
            }
            hits = withoutOverlaps(hits);
        }
        if (judge != null) {
            judge.judge(reading, sentence, named, test, hits);
        }
        hits.removeIf(hit -> hit.meaning().isFigure());
        return hits;
    }

    static List<PhraseIndex.Hit<EventRule>> withoutOverlaps(List<PhraseIndex.Hit<EventRule>> hits) {
        if (hits.size() < 2) {
            return hits;
        }
        hits.sort(LONGEST_FIRST);
        var kept = new ArrayList<PhraseIndex.Hit<EventRule>>(hits.size());
        for (var hit : hits) {
            if (!sharesAny(hit, kept)) {
                kept.add(hit);
            }
        }
        kept.sort(AS_WRITTEN);
        return kept;
    }

    private static boolean sharesAny(
            PhraseIndex.Hit<EventRule> hit, List<PhraseIndex.Hit<EventRule>> others) {
        for (int i = 0; i < others.size(); i++) {
            if (hit.shares(others.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The cues of the sentence, but for words of an event's own name ("end to hostilities"). */
    private List<PhraseIndex.Hit<Cue>> cues(
            Reading reading, Clauses clauses, List<PhraseIndex.Hit<EventRule>> events) {
        var cues = rules.cues.in(reading, clauses.first, clauses.end);
        cues.removeIf(cue -> isInName(cue, events));
        return cues;
    }

    private static boolean isInName(
            PhraseIndex.Hit<Cue> cue, List<PhraseIndex.Hit<EventRule>> events) {
        for (var event : events) {
            if (event.to() - event.from() > 1
                    && !event.form().isVerb()
                    && event.from() <= cue.from()
                    && cue.to() <= event.to()) {
                return true;
            }
        }
        return false;
    }

    private void tell(
            List<PhraseIndex.Hit<EventRule>> triggers,
            Clauses clauses,
            EventTeller teller,
            List<Told> events) {
        for (var hit : triggers) {
            if (!teller.isBesideDeed(hit, triggers)
                    && !(hit.meaning().weak()
                            && teller.holdsMatter(hit)
                            && isWeaker(hit, triggers, clauses))) {
                add(events, teller.tell(hit));
            }
        }
    }

    /**
     * One mention of a happening in a sentence: a second word for it adds its roles to the first.
     */
    static void add(List<Told> events, Told told) {
        EventTag tag = told.tag();
        for (int i = events.size() - 1; i >= 0; i--) {
            EventTag other = events.get(i).tag();
            if (other.sentence() != tag.sentence()) {
                break;
            }
            if (other.topic().equals(tag.topic()) && other.modality() == tag.modality()) {
                if (other.actor().isEmpty() && other.target().isEmpty()) {
                    events.set(i, events.get(i).withRolesOf(tag));
                }
                return;
            }
        }
        events.add(told);
    }

    /** A weak rule yields to any other event of its clause, or after it in the sentence. */
    private static boolean isWeaker(
            PhraseIndex.Hit<EventRule> hit, List<PhraseIndex.Hit<EventRule>> all, Clauses clauses) {
        for (var other : all) {
            if (other != hit
                    && !other.meaning().weak()
                    && other.from() >= hit.to()
                    && other.from() - hit.to() < REACH_OF_WEAK
                    && clauses.of(other.from()) - clauses.of(hit.from()) <= 1) {
                return true;
            }
        }
        return false;
    }
}
