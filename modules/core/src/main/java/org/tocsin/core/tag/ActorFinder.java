package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.Name;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.lexicon.NameKind;
import org.tocsin.core.text.Words;

/**
 * Finds the actors that an article names.
 *
 * <p>Longest match first; capital letters, neighbours and trap words decide whether a name is meant
 * as one; a capital or an adjective is read as its state where it acts as one. Full names introduce
 * their surnames for the rest of the article.
 */
final class ActorFinder {

    private static final int MOST_BEFORE_STATE_NOUN = 3;

    private final Lexicon lexicon;
    private final Metonyms metonyms;
    private final Phrases phrases;

    ActorFinder(Lexicon lexicon, Phrases phrases) {
        this.lexicon = lexicon;
        this.phrases = phrases;
        this.metonyms = new Metonyms(lexicon, phrases);
    }

    /** The actors of each field, in the order of the text. */
    List<List<Found>> find(List<Reading> readings) {
        Set<String> allWords = new HashSet<>();
        readings.forEach(reading -> addWords(reading.words, allWords));
        Map<String, Actor> introduced = introduced(readings);
        var all = new ArrayList<List<Found>>();
        for (Reading reading : readings) {
            var found = new ArrayList<Found>();
            for (int s = 0; s < reading.sentences.size(); s++) {
                if (!reading.isFurniture(s)) {
                    new Sentence(reading, s, allWords, introduced).findInto(found);
                }
            }
            all.add(found);
        }
        return all;
    }

    private static void addWords(Words words, Set<String> all) {
        for (int i = 0; i < words.size(); i++) {
            all.add(words.folded(i));
        }
    }

    /** Surnames that a full name in the article gives to one person. */
    private Map<String, Actor> introduced(List<Reading> readings) {
        var introduced = new HashMap<String, Actor>();
        var twice = new HashSet<String>();
        for (Reading reading : readings) {
            Words words = reading.words;
            for (int i = 0; i < words.size(); i++) {
                NameIndex.Hit hit = lexicon.index().longest(words, i, words.size());
                if (hit == null || hit.words() < 2) {
                    continue;
                }
                Name name = hit.names().get(0);
                if (name.actor().type() == ActorType.PERSON && name.kind() == NameKind.FULL) {
                    String surname = words.folded(i + hit.words() - 1);
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

    /** One sentence being read. */
    private final class Sentence {

        private final Reading reading;
        private final Words words;
        private final int sentence;
        private final int first;
        private final int end;
        private final Set<String> articleWords;
        private final Map<String, Actor> introduced;
        private final boolean titleCase;

        Sentence(
                Reading reading,
                int sentence,
                Set<String> articleWords,
                Map<String, Actor> introduced) {
            this.reading = reading;
            this.words = reading.words;
            this.sentence = sentence;
            this.first = Datelines.skip(reading, sentence);
            this.end = reading.endWord(sentence);
            this.articleWords = articleWords;
            this.introduced = introduced;
            this.titleCase = reading.isTitleCase(first, end);
        }

        void findInto(List<Found> found) {
            for (int i = first; i < end; ) {
                Found next = at(i);
                if (next != null && next.actor() != null) {
                    found.add(next);
                }
                i = next == null ? i + 1 : next.to();
            }
        }

        private Found at(int i) {
            NameIndex.Hit hit = longest(i);
            if (hit == null) {
                Actor actor = introduced.get(words.folded(i));
                return actor != null && reading.isCapital(i) && !followsStranger(i)
                        ? new Found(actor, NameKind.ALIAS, i, i + 1, sentence)
                        : null;
            }
            int to = i + hit.words();
            Actor introducedHere = hit.words() == 1 ? introduced.get(words.folded(i)) : null;
            if (hit.names().get(0).actor() == NameIndex.NOBODY && anyCapital(i, to)) {
                return new Found(null, NameKind.FULL, i, to, sentence);
            }
            for (Name name : hit.names()) {
                if (name.actor() == NameIndex.NOBODY || !accepts(name, i, to)) {
                    continue;
                }
                Actor actor = resolve(name, i, to);
                if (actor != null) {
                    boolean person = name.kind() == NameKind.ALIAS && introducedHere != null;
                    return new Found(person ? introducedHere : actor, name.kind(), i, to, sentence);
                }
            }
            // A name that is not meant as one still covers its words: "Paris Hilton", "Bank of
            // Georgia".
            return hit.names().get(0).kind() == NameKind.FULL && hit.words() > 1
                    ? new Found(null, NameKind.FULL, i, to, sentence)
                    : null;
        }

        /** The longest name whose words are not parted by a comma or a bracket. */
        private NameIndex.Hit longest(int i) {
            int limit = i + 1;
            while (limit < end && joins(reading.between(limit - 1, limit))) {
                limit++;
            }
            return lexicon.index().longest(words, i, limit);
        }

        private boolean joins(String between) {
            for (int k = 0; k < between.length(); k++) {
                if (",;:()[]\n/|!?".indexOf(between.charAt(k)) >= 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean accepts(Name name, int from, int to) {
            if (name.acronym()) {
                if (!acronymStands(from, to)) {
                    return false;
                }
            } else if (name.capital() && !anyCapital(from, to)) {
                return false;
            }
            return !trapped(name.actor(), from, to);
        }

        private boolean acronymStands(int from, int to) {
            for (int i = from; i < to; i++) {
                if (!reading.isAllCapitals(i)) {
                    return false;
                }
                if (i + 1 < to
                        && words.end(i) - words.start(i) == 1
                        && !reading.between(i, i + 1).startsWith(".")) {
                    return false;
                }
            }
            // A HEADLINE IN CAPITALS says nothing about US and IS.
            return to - from > 1 || words.end(from) - words.start(from) > 2 || !shouts();
        }

        private boolean shouts() {
            int capitals = 0;
            for (int i = first; i < end; i++) {
                capitals += reading.isAllCapitals(i) ? 1 : 0;
            }
            return end - first > 3 && capitals * 3 > (end - first) * 2;
        }

        private boolean anyCapital(int from, int to) {
            for (int i = from; i < to; i++) {
                if (reading.isCapital(i)) {
                    return true;
                }
            }
            return false;
        }

        private boolean trapped(Actor actor, int from, int to) {
            for (String trap : actor.traps()) {
                if (trap.startsWith("+")) {
                    if (articleWords.contains(trap.substring(1))) {
                        return true;
                    }
                    continue;
                }
                for (int i = first; i < end; i++) {
                    if ((i < from || i >= to) && words.folded(i).equals(trap)) {
                        return true;
                    }
                }
            }
            return to - from == 1
                    && phrases.wordsOf("person-like").contains(words.folded(from))
                    && !titleCase
                    && (followsStranger(from) || precedesStranger(to));
        }

        private Actor resolve(Name name, int from, int to) {
            return switch (name.kind()) {
                case FULL -> metonyms.placeOrState(name.actor(), reading, from, to, first, end);
                case SEAT -> metonyms.isPlacedAt(reading, from, first) ? null : name.actor();
                case ALIAS -> followsStranger(from) ? null : name.actor();
                case ADJECTIVE -> namesState(from, to) ? name.actor() : null;
            };
        }

        /** After a capitalised word that is no title and no known name: another person's name. */
        private boolean followsStranger(int from) {
            if (from <= first || !reading.isCapital(from - 1) || titleCase) {
                return false;
            }
            String gap = reading.between(from - 1, from);
            String before = words.folded(from - 1);
            if (!gap.isBlank() && !gap.equals("-")
                    || reading.isAllCapitals(from - 1) && before.length() > 1) {
                return false;
            }
            return !phrases.wordsOf("title").contains(before)
                    && !phrases.wordsOf("opener").contains(before)
                    && !phrases.wordsOf("state-adjective").contains(before)
                    && !phrases.wordsOf("locative").contains(before)
                    && lexicon.index().longest(words, from - 1, from) == null
                    && !endsName(from);
        }

        /** True where a known name of several words ends just before. */
        private boolean endsName(int at) {
            for (int start = Math.max(first, at - 4); start < at - 1; start++) {
                NameIndex.Hit hit = lexicon.index().longest(words, start, at);
                if (hit != null && start + hit.words() == at) {
                    return true;
                }
            }
            return false;
        }

        private boolean precedesStranger(int to) {
            return to < end
                    && reading.isCapital(to)
                    && reading.between(to - 1, to).isBlank()
                    && !reading.isAllCapitals(to)
                    && !phrases.wordsOf("title").contains(words.folded(to))
                    && !phrases.wordsOf("state-noun").contains(words.folded(to))
                    && !phrases.wordsOf("place-noun").contains(words.folded(to))
                    && lexicon.index().longest(words, to, end) == null;
        }

        /** "Turkish soldiers", "Russian and Turkish presidents", "the Saudi foreign minister". */
        private boolean namesState(int from, int to) {
            Set<String> nouns = phrases.wordsOf("state-noun");
            Set<String> between = phrases.wordsOf("state-adjective");
            int skipped = 0;
            for (int i = to; i < end && skipped <= MOST_BEFORE_STATE_NOUN; i++) {
                String gap = reading.between(i - 1, i);
                if (gap.length() > 2 || gap.indexOf('.') >= 0) {
                    return false;
                }
                String word = words.folded(i);
                if (nouns.contains(word) || !isLatin(word)) {
                    return true;
                }
                if (skipped == 0 && metonyms.speaks(word) && words.folded(from).endsWith("s")) {
                    return true;
                }
                boolean adjective = isAdjectiveName(i);
                if (!between.contains(word) && !adjective) {
                    return false;
                }
                skipped += adjective || word.equals("and") ? 0 : 1;
            }
            return false;
        }

        private boolean isAdjectiveName(int i) {
            NameIndex.Hit hit = lexicon.index().longest(words, i, end);
            return hit != null
                    && hit.names().stream().anyMatch(n -> n.kind() == NameKind.ADJECTIVE);
        }

        private boolean isLatin(String word) {
            return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN
                    || word.toLowerCase(Locale.ROOT).isEmpty();
        }
    }
}
