package org.tocsin.core.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.Name;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.lexicon.NameKind;

/**
 * Finds the actors that an article names.
 *
 * <p>Longest match first; capital letters, neighbours and trap words decide whether a name is meant
 * as one; a capital or an adjective is read as its state where it acts as one. Full names introduce
 * their surnames for the rest of the article, and an office names who held it on its day.
 */
final class ActorFinder {

    private final Lexicon lexicon;
    private final Names names;

    ActorFinder(Lexicon lexicon, Phrases phrases) {
        this.lexicon = lexicon;
        this.names = new Names(lexicon, phrases);
    }

    /** What the words of a {@link Reading} are numbered by. */
    Vocabulary vocabulary() {
        return names.vocabulary;
    }

    /**
     * The actors of each field, in the order of the text. {@code day} and {@code language} are the
     * article's; the language may be unknown (null).
     */
    List<List<Found>> find(List<Reading> readings, LocalDate day, String language) {
        var hits = new ArrayList<NameHits>();
        readings.forEach(reading -> hits.add(new NameHits(reading, lexicon.index(), language)));
        var known = new Known(introduced(hits), hits, day);
        var all = new ArrayList<List<Found>>();
        for (NameHits ofField : hits) {
            var found = new ArrayList<Found>();
            for (int s = 0; s < ofField.reading.sentences.size(); s++) {
                if (!ofField.reading.isFurniture(s)) {
                    new NameReader(names, ofField, s, known).findInto(found);
                }
            }
            all.add(found);
        }
        return all;
    }

    /** What is known of the whole article while its sentences are read. */
    static final class Known {

        private final Map<String, Actor> introduced;
        final List<NameHits> hits;
        final LocalDate day;
        final boolean isJapanese;

        /** The ids of those whose names a private person bears in this article. */
        private final Set<String> namesakes = new HashSet<>();

        /** The ids of those who are found so far. */
        private final Set<String> met = new HashSet<>();

        Known(Map<String, Actor> introduced, List<NameHits> hits, LocalDate day) {
            this.introduced = introduced;
            this.hits = hits;
            this.day = day;
            this.isJapanese = !hits.isEmpty() && hits.get(0).japanese;
        }

        /** Whom the article has introduced by a full name that ends in that word; else null. */
        Actor introduced(Reading reading, int word) {
            Actor meant =
                    introduced.isEmpty() || !reading.isCapital(word)
                            ? null
                            : introduced.get(reading.word(word));
            return meant == null || isPrivate(meant) ? null : meant;
        }

        /** From here on the surname names that person, unless it names another already. */
        void introduce(String surname, Actor person) {
            introduced.putIfAbsent(surname, person);
        }

        void addMet(Actor actor) {
            if (actor.type() == ActorType.PERSON) {
                met.add(actor.id());
            }
        }

        /** Found before, or named in full anywhere in the article. */
        boolean isMet(Actor person) {
            return met.contains(person.id()) || introduced.containsValue(person);
        }

        void addPrivate(Actor namesake) {
            namesakes.add(namesake.id());
        }

        /** Another of that name is spoken of. */
        boolean isPrivate(Actor actor) {
            return !namesakes.isEmpty() && namesakes.contains(actor.id());
        }

        /** The article holds one of the words; null for no words. */
        boolean has(WordSet any) {
            if (any == null) {
                return false;
            }
            for (NameHits ofField : hits) {
                Reading reading = ofField.reading;
                for (int i = 0; i < reading.words.size(); i++) {
                    if (reading.is(i, any)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** Surnames that a full name in the article gives to one person. */
    private static Map<String, Actor> introduced(List<NameHits> all) {
        var introduced = new HashMap<String, Actor>();
        var twice = new HashSet<String>();
        for (NameHits hits : all) {
            for (int i = 0; i < hits.size(); i++) {
                NameIndex.Hit hit = hits.at(i);
                if (hit == null || hit.words() < 2) {
                    continue;
                }
                Name name = hit.names().get(0);
                if (name.actor().type() == ActorType.PERSON && name.kind() == NameKind.FULL) {
                    String surname = hits.reading.word(i + hit.words() - 1);
                    Actor other = introduced.put(surname, name.actor());
                    if (other != null && !other.id().equals(name.actor().id())) {
                        twice.add(surname);
                    }
                }
                i += hit.words() - 1;
            }
        }
        introduced.keySet().removeAll(twice);
        return introduced;
    }
}
