package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tocsin.core.text.Words;

/** Finds the events that the sentences of a field tell of. */
final class EventFinder {

    private static final int NEAR = 8;
    private static final int BESIDE = 6;

    private final Rules rules;
    private final VerbSense verbs;
    private final Set<String> publicWords;
    private final Set<String> speech;
    private final Set<String> demands;

    EventFinder(Rules rules) {
        this.rules = rules;
        verbs = new VerbSense(rules.phrases);
        publicWords = rules.phrases.wordsOf("public");
        speech = rules.phrases.wordsOf("speech");
        demands = rules.phrases.wordsOf("demand");
    }

    /** {@code year} is the article's, by which earlier ones are told. */
    List<EventTag> find(Reading reading, List<Found> found, int year) {
        var events = new ArrayList<EventTag>();
        for (int s = 0; s < reading.sentences.size(); s++) {
            if (!reading.isFurniture(s)) {
                int sentence = s;
                List<Found> here = found.stream().filter(f -> f.sentence() == sentence).toList();
                addSentence(reading, s, here, year, events);
            }
        }
        return events;
    }

    private void addSentence(
            Reading reading, int sentence, List<Found> found, int year, List<EventTag> events) {
        int first = Datelines.skip(reading, sentence);
        int end = reading.endWord(sentence);
        var hits = new ArrayList<>(rules.events.in(reading.words, first, end));
        if (hits.isEmpty()) {
            return;
        }
        hits.removeIf(hit -> !fits(reading, hit, first, end, found));
        var kept = withoutOverlaps(hits);
        if (kept.isEmpty()) {
            return;
        }
        var clauses = new Clauses(reading, first, end, verbs);
        var ladder =
                new Ladder(reading, clauses, cues(reading, first, end, kept), verbs, speech, year);
        for (var hit : kept) {
            if (hit.meaning().weak() && isWeaker(hit, kept, clauses)) {
                continue;
            }
            Form form = form(reading, hit, first);
            Modality modality = ladder.of(hit.meaning().topic(), hit.from(), hit.to(), form);
            var roles =
                    Roles.of(
                            reading,
                            clauses,
                            found,
                            hit.from(),
                            hit.to(),
                            form,
                            speech,
                            demands,
                            hit.meaning().topic());
            add(events, tag(reading, sentence, hit, modality, roles));
        }
    }

    private EventTag tag(
            Reading reading,
            int sentence,
            PhraseIndex.Hit<EventRule> hit,
            Modality modality,
            Roles roles) {
        EventTopic topic = hit.meaning().topic();
        int start = reading.words.start(hit.from());
        int end = reading.words.end(hit.to() - 1);
        return new EventTag(
                topic.id(),
                modality,
                topic.plover(),
                topic.mediatopic(),
                roles.actor(),
                roles.target(),
                reading.field,
                start,
                end,
                reading.text.substring(start, end),
                sentence);
    }

    /**
     * One mention of a happening in a sentence: a second word for it adds its roles to the first.
     */
    private static void add(List<EventTag> events, EventTag tag) {
        for (int i = events.size() - 1; i >= 0 && events.get(i).sentence() == tag.sentence(); i--) {
            EventTag other = events.get(i);
            if (other.topic().equals(tag.topic()) && other.modality() == tag.modality()) {
                if (other.actor().isEmpty() && other.target().isEmpty()) {
                    events.set(i, withRoles(other, tag.actor(), tag.target()));
                }
                return;
            }
        }
        events.add(tag);
    }

    private static EventTag withRoles(EventTag tag, List<String> actor, List<String> target) {
        return new EventTag(
                tag.topic(),
                tag.modality(),
                tag.plover(),
                tag.mediatopic(),
                actor,
                target,
                tag.field(),
                tag.start(),
                tag.end(),
                tag.text(),
                tag.sentence());
    }

    /**
     * The cues of the sentence, but for words of an event's own name ("cessation of hostilities").
     */
    private List<PhraseIndex.Hit<Cue>> cues(
            Reading reading, int first, int end, List<PhraseIndex.Hit<EventRule>> events) {
        var cues = rules.cues.in(reading.words, first, end);
        cues.removeIf(
                cue ->
                        events.stream()
                                .anyMatch(
                                        event ->
                                                event.to() - event.from() > 1
                                                        && event.form() != Form.BASE
                                                        && !event.form().isVerb()
                                                        && event.from() <= cue.from()
                                                        && cue.to() <= event.to()));
        return cues;
    }

    /** "the fighting" is a noun. */
    private Form form(Reading reading, PhraseIndex.Hit<EventRule> hit, int first) {
        boolean noun =
                hit.form() == Form.GERUND
                        && hit.from() > first
                        && verbs.determines(reading.words.folded(hit.from() - 1));
        return noun ? Form.NOUN : hit.form();
    }

    private static List<PhraseIndex.Hit<EventRule>> withoutOverlaps(
            List<PhraseIndex.Hit<EventRule>> hits) {
        hits.sort(
                Comparator.comparingInt((PhraseIndex.Hit<EventRule> hit) -> hit.from() - hit.to())
                        .thenComparing(PhraseIndex.Hit::from));
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
        return all.stream()
                .anyMatch(
                        other ->
                                other != hit
                                        && !other.meaning().weak()
                                        && other.from() >= hit.to()
                                        && other.from() - hit.to() < 14
                                        && clauses.of(other.from()) - clauses.of(hit.from()) <= 1);
    }

    private boolean fits(
            Reading reading,
            PhraseIndex.Hit<EventRule> hit,
            int first,
            int end,
            List<Found> found) {
        if ((hit.form() == Form.BASE || hit.form() == Form.THIRD)
                && hit.from() > first
                && !isVerbHere(reading.words, hit.from(), first)) {
            return false;
        }
        // "the liberated territories": which ones, not that they were.
        if ((hit.form() == Form.PAST || hit.form() == Form.PARTICIPLE)
                && hit.to() - hit.from() == 1
                && hit.from() > first
                && hit.meaning().topic() != EventTopic.DISPLACEMENT
                && verbs.determines(reading.words.folded(hit.from() - 1))) {
            return false;
        }
        // "High Negotiations Committee" tells of no negotiations.
        if (found.stream()
                .anyMatch(
                        f ->
                                f.to() - f.from() > 1
                                        && f.from() <= hit.from()
                                        && hit.to() <= f.to())) {
            return false;
        }
        EventRule rule = hit.meaning();
        var window = new Window(reading.words, hit, first, end, found);
        return window.meets(rule.context().get("near"), hit.from() - NEAR, hit.to() + NEAR)
                && window.meets(rule.context().get("after"), hit.to(), hit.to() + BESIDE)
                && window.meets(rule.context().get("before"), hit.from() - BESIDE, hit.from())
                && !window.has(rule.context().get("unless"), hit.from() - BESIDE, hit.to() + BESIDE)
                && !window.has(rule.context().get("unlessAfter"), hit.to(), hit.to() + 2)
                && !window.has(rule.context().get("unlessBefore"), hit.from() - 2, hit.from())
                && (rule.open() || !found.isEmpty() || window.has(publicWords, first, end));
    }

    private boolean isVerbHere(Words words, int at, int first) {
        String before = words.folded(at - 1);
        return !verbs.mayPrecedeNoun(before);
    }

    /** The words and names around a hit. */
    private record Window(
            Words words, PhraseIndex.Hit<EventRule> hit, int first, int end, List<Found> found) {

        boolean meets(Set<String> wanted, int from, int to) {
            return wanted == null || has(wanted, from, to);
        }

        boolean has(Set<String> wanted, int from, int to) {
            if (wanted == null) {
                return false;
            }
            for (int i = Math.max(first, from); i < Math.min(end, to); i++) {
                if ((i < hit.from() || i >= hit.to()) && wanted.contains(words.folded(i))) {
                    return true;
                }
            }
            for (Found name : found) {
                boolean inside = name.from() < to && from < name.to();
                boolean apart = name.from() >= hit.to() || name.to() <= hit.from();
                if (inside && apart && wanted.contains(kind(name))
                        || inside && apart && alsoActor(name) && wanted.contains("#actor")
                        || inside && apart && isPlace(name) && wanted.contains("#place")) {
                    return true;
                }
            }
            return false;
        }

        private static String kind(Found name) {
            return name.actor().type() == ActorType.PERSON
                    ? "#person"
                    : name.actor().type() == ActorType.PLACE ? "#city" : "#actor";
        }

        private static boolean alsoActor(Found name) {
            return name.actor().type() != ActorType.PLACE;
        }

        private static boolean isPlace(Found name) {
            return name.actor().type() == ActorType.PLACE
                    || name.actor().type() == ActorType.COUNTRY;
        }
    }
}
