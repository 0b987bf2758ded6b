package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the events that the sentences of a field tell of. */
final class EventFinder {

    /** How far behind a weak event the event that it yields to may stand. */
    private static final int REACH_OF_WEAK = 14;

    private static final Comparator<PhraseIndex.Hit<EventRule>> LONGEST_FIRST =
            Comparator.comparingInt((PhraseIndex.Hit<EventRule> hit) -> hit.from() - hit.to())
                    .thenComparing(PhraseIndex.Hit::from)
                    .thenComparing(hit -> -Long.bitCount(hit.words()))
                    .thenComparing(hit -> hit.meaning().order());

    private final Rules rules;
    private final Grammar grammar;
    private final Verbs verbs;

    EventFinder(Rules rules) {
        this.rules = rules;
        grammar = rules.grammar;
        verbs = new Verbs(grammar);
    }

    /** {@code found} in the order of the text; {@code year} is the article's. */
    List<Told> find(Reading reading, List<Found> found, Spheres.Whole whole, int year) {
        var events = new ArrayList<Told>();
        Antecedents antecedents = Antecedents.NONE;
        int next = 0;
        for (int s = 0; s < reading.sentences.size(); s++) {
            int from = next;
            while (next < found.size() && found.get(next).sentence() == s) {
                next++;
            }
            if (!reading.isFurniture(s)) {
                var named = new ArrayList<>(found.subList(from, next));
                var sentence = new Sentence(reading, s, named, whole);
                sentence.findInto(events, antecedents, year);
                antecedents = sentence.leaves(antecedents);
            }
        }
        return events;
    }

    /** One sentence being read. */
    private final class Sentence {

        private final Reading reading;
        private final int sentence;
        private final List<Found> found;
        private final Spheres.Whole whole;
        private final int first;
        private final int end;

        Sentence(Reading reading, int sentence, List<Found> found, Spheres.Whole whole) {
            this.reading = reading;
            this.sentence = sentence;
            this.found = found;
            this.whole = whole;
            first = reading.opening(sentence);
            end = reading.endWord(sentence);
        }

        Antecedents leaves(Antecedents before) {
            return first < end ? before.after(reading, found, first, grammar) : before;
        }

        void findInto(List<Told> events, Antecedents antecedents, int year) {
            var hits = rules.events.in(reading, first, end);
            hits.removeIf(hit -> !hit.meaning().isFigure() && !fits(hit));
            if (hits.isEmpty()) {
                return;
            }
            var kept = withoutOverlaps(hits);
            kept.removeIf(hit -> hit.meaning().isFigure());
            if (kept.isEmpty()) {
                return;
            }
            var clauses = new Clauses(reading, first, end, grammar, verbs);
            var passage =
                    new Passage(
                            grammar, verbs, reading, found, clauses, cues(kept), antecedents, year);
            var ladder = new Ladder(passage);
            for (var hit : kept) {
                if (isBesideDeed(hit, kept)) {
                    continue;
                }
                if (!(hit.meaning().weak() && holdsMatter(hit) && isWeaker(hit, kept, clauses))) {
                    add(events, tell(hit, passage, ladder));
                }
            }
        }

        /** "refugees could return": the people named by a deed, beside the deed itself. */
        private boolean isBesideDeed(
                PhraseIndex.Hit<EventRule> hit, List<PhraseIndex.Hit<EventRule>> all) {
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
        private boolean holdsMatter(PhraseIndex.Hit<EventRule> hit) {
            return hit.form().isVerb()
                    || hit.to() < end && reading.is(hit.to(), grammar.beforeMatter);
        }

        private Told tell(PhraseIndex.Hit<EventRule> hit, Passage passage, Ladder ladder) {
            EventTopic topic = hit.meaning().topic();
            Trigger trigger = trigger(hit);
            Claims.Claim claim = ladder.of(hit.meaning(), trigger);
            Roles roles =
                    hit.meaning().abroad()
                            ? RolesAbroad.of(passage, trigger)
                            : Roles.of(passage, trigger, hit.meaning().suffered());
            int start = reading.words.start(hit.from());
            int stop = reading.words.end(hit.to() - 1);
            var tag =
                    new EventTag(
                            topic.id(),
                            claim.modality(),
                            topic.plover(),
                            topic.mediatopic(),
                            roles.actor(),
                            roles.target(),
                            reading.field,
                            start,
                            stop,
                            reading.text.substring(start, stop),
                            sentence);
            return new Told(tag, hit, claim, reading);
        }

        /**
         * The cues of the sentence, but for words of an event's own name ("end to hostilities").
         */
        private Cues cues(List<PhraseIndex.Hit<EventRule>> events) {
            var cues = rules.cues.in(reading, first, end);
            cues.removeIf(cue -> isInName(cue, events));
            return new Cues(cues);
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

        private Trigger trigger(PhraseIndex.Hit<EventRule> hit) {
            EventTopic topic = hit.meaning().topic();
            Form form = form(hit);
            for (int i = hit.from() + 1; !form.isVerb() && i < hit.to(); i++) {
                Form inside = grammar.form(reading.code(i));
                if ((inside == Form.PAST || inside == Form.PARTICIPLE)
                        && (hit.words() >>> i - hit.from() & 1) != 0) {
                    return new Trigger(topic, hit.from(), hit.to(), i, Form.PARTICIPLE);
                }
            }
            return new Trigger(topic, hit.from(), hit.to(), form);
        }

        /** "the fighting" is a noun, "could strike" is none. */
        private Form form(PhraseIndex.Hit<EventRule> hit) {
            if (hit.from() == first) {
                return hit.form();
            }
            int before = hit.from() - 1;
            boolean alone = hit.to() - hit.from() == 1;
            if (hit.form() == Form.GERUND
                    && alone
                    && reading.is(before, grammar.determinesGerund)) {
                return Form.NOUN;
            }
            boolean verb =
                    hit.form() == Form.NOUN
                            && reading.is(before, grammar.modal)
                            && grammar.form(reading.code(hit.from())) == Form.BASE;
            return verb ? Form.BASE : hit.form();
        }

        private boolean fits(PhraseIndex.Hit<EventRule> hit) {
            return !reading.hyphenAfter(hit.to() - 1)
                    && isOfLanguage(hit)
                    && isVerbHere(hit)
                    && !isAttribute(hit)
                    && !isInName(hit)
                    && hit.meaning().fits(reading, found, hit, first, end)
                    && (hit.meaning().open() || !found.isEmpty() || has(grammar.publicLife, hit))
                    && !rules.spheres.isElsewhere(reading, found, hit, first, end, whole);
        }

        /**
         * "die" is German too, and "resolution" French. The small words of the sentence tell its
         * language, where it has any: a headline's may not.
         */
        private boolean isOfLanguage(PhraseIndex.Hit<EventRule> hit) {
            if (NonLatin.isIt(reading.word(hit.from()))) {
                return true;
            }
            int english = count(grammar.smallEnglish);
            return hit.meaning().abroad()
                    ? english == 0
                    : english > 0 || count(grammar.smallForeign) < 2;
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
            for (Found name : found) {
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

    /**
     * One mention of a happening in a sentence: a second word for it adds its roles to the first.
     */
    private static void add(List<Told> events, Told told) {
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

    private static List<PhraseIndex.Hit<EventRule>> withoutOverlaps(
            List<PhraseIndex.Hit<EventRule>> hits) {
        if (hits.size() == 1) {
            return hits;
        }
        hits.sort(LONGEST_FIRST);
        var kept = new ArrayList<PhraseIndex.Hit<EventRule>>();
        for (var hit : hits) {
            if (kept.stream().noneMatch(hit::shares)) {
                kept.add(hit);
            }
        }
        kept.sort(Comparator.comparingInt(PhraseIndex.Hit::from));
        return kept;
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
