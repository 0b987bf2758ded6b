package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.lexicon.Lexicon;

/** Finds the events of a text in a language beside English. */
final class EventsAbroad {

    private final Rules rules;
    private final Language language;
    private final Lexicon lexicon;
    private final Verbs verbs;

    EventsAbroad(Rules rules, Language language, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.rules = rules;
        this.language = language;
        verbs = new Verbs(rules.grammar);
    }

    /** {@code found} in the order of each text; {@code year} is the article's. */
    List<Told> find(List<Reading> readings, List<List<Found>> found, NewsYear year) {
        List<Reading> own = readings.stream().map(language::read).toList();
        Spheres.Whole whole = rules.spheres.whole(own, found);
        var events = new ArrayList<Told>();
        for (int i = 0; i < own.size(); i++) {
            Reading reading = own.get(i);
            int next = 0;
            for (int s = 0; s < reading.sentences.size(); s++) {
                int from = next;
                while (next < found.get(i).size() && found.get(i).get(next).sentence() == s) {
                    next++;
                }
                if (!reading.isFurniture(s)) {
                    List<Found> names = found.get(i).subList(from, next);
                    new Sentence(reading, s, names, whole).findInto(events, year);
                }
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

        void findInto(List<Told> events, NewsYear year) {
            var hits = language.events.in(reading, first, end);
            hits.removeIf(hit -> !hit.meaning().isFigure() && !fits(hit));
            if (hits.isEmpty()) {
                return;
            }
            var kept = EventFinder.withoutOverlaps(hits);
            kept.removeIf(hit -> hit.meaning().isFigure());
            if (kept.isEmpty()) {
                return;
            }
            var ladder = new LadderAbroad(language, reading, first, end, year);
            for (var hit : kept) {
                if (!hit.meaning().weak() || !hasOther(kept, hit)) {
                    EventFinder.add(events, tell(hit, ladder, year));
                }
            }
        }

        private Told tell(PhraseIndex.Hit<EventRule> hit, LadderAbroad ladder, NewsYear year) {
            var clauses = new Clauses(reading, first, end, rules.grammar, verbs);
            var passage =
                    new Passage(
                            rules.grammar,
                            verbs,
                            reading,
                            found,
                            clauses,
                            new Cues(List.of()),
                            Antecedents.NONE,
                            year,
                            new States(lexicon));
            var trigger = new Trigger(hit.meaning().topic(), hit.from(), hit.to(), hit.form());
            Roles roles = RolesAbroad.of(passage, trigger);
            return Told.of(reading, sentence, hit, ladder.of(hit), roles);
        }

        /** A weak rule yields to any other event of its sentence. */
        private static boolean hasOther(
                List<PhraseIndex.Hit<EventRule>> all, PhraseIndex.Hit<EventRule> weak) {
            return all.stream().anyMatch(hit -> hit != weak && !hit.meaning().weak());
        }

        private boolean fits(PhraseIndex.Hit<EventRule> hit) {
            return !isInName(hit)
                    && hit.meaning().fits(reading, found, hit, first, end)
                    && (hit.meaning().open() || !found.isEmpty() || has(language.publicLife, hit))
                    && !has(language.elsewhere, hit);
        }

        /** "High Negotiations Committee" tells of no negotiations. */
        private boolean isInName(PhraseIndex.Hit<EventRule> hit) {
            return found.stream()
                    .anyMatch(
                            name ->
                                    name.from() <= hit.from()
                                            && hit.from() < name.to()
                                            && name.to() - name.from() > 1);
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
}
