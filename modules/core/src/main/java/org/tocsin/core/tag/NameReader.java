package org.tocsin.core.tag;

import java.util.List;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Name;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.lexicon.NameKind;

/** Reads the names of one sentence: which are meant as names, and whom they mean here. */
final class NameReader {

    private static final int LONGEST_ARTICLE = 3;

    private final Names names;
    private final NameHits hits;
    private final Reading reading;
    private final int sentence;
    private final int first;
    private final int end;
    private final ActorFinder.Known known;
    private final boolean titleCase;
    private final Strangers strangers;
    private final Impostors impostors;
    private final Bearers bearers;
    private final Clubs clubs;
    private final OfficeBefore officeBefore;

    NameReader(Names names, NameHits hits, int sentence, ActorFinder.Known known) {
        this.names = names;
        this.hits = hits;
        this.reading = hits.reading;
        this.sentence = sentence;
        this.first = reading.opening(sentence);
        this.end = reading.endWord(sentence);
        this.known = known;
        // German nouns have capitals, too.
        this.titleCase = !hits.abroad && reading.isTitleCase(first, end);
        this.strangers = new Strangers(names, hits, first, end);
        this.impostors = new Impostors(names, hits, first, end);
        this.bearers = new Bearers(names, hits, first, end);
        this.clubs = new Clubs(names, hits, first, end);
        this.officeBefore = new OfficeBefore(names, hits, known.day, first, end);
    }

    void findInto(List<Found> found) {
        int before = found.size();
        for (int i = first; i < end; ) {
            Found next = at(i);
            if (next != null && next.actor() != null) {
                found.add(next);
                known.addMet(next.actor());
            }
            i = next == null ? i + 1 : next.to();
        }
        if (found.size() > before) {
            var holders = new OfficeHolders(names, reading, known.day, first, end);
            holders.addTo(found, before);
            if (hits.abroad) {
                new OfficesAbroad(names, reading, holders, hits.language, first, end)
                        .addTo(found, before);
            }
        }
    }

    /** The name there; one of nobody where words are only covered ("Bank of Georgia"). */
    private Found at(int i) {
        NameIndex.Hit hit = hitAt(i);
        Actor introduced = known.introduced(reading, i);
        if (hit == null && reading.words.firstLetter(i) >= SurnameReader.FIRST_EASTERN) {
            return new SurnameReader(names, reading, known, end).at(i, sentence);
        }
        Found inOffice = mayBeSurname(i, hit) ? officeBefore.at(i, sentence) : null;
        if (inOffice != null) {
            known.introduce(reading.word(inOffice.to() - 1), inOffice.actor());
            return inOffice;
        }
        if (hit == null && reading.is(i, names.smallAdjectives)) {
            return strangers.namesState(i, i + 1)
                    ? new Found(
                            names.state(reading.word(i)), NameKind.ADJECTIVE, i, i + 1, sentence)
                    : null;
        }
        if (hit == null && reading.is(i, names.smallNames)) {
            return new Found(names.group(reading.word(i)), NameKind.FULL, i, i + 1, sentence);
        }
        if (hit == null) {
            Actor meant =
                    introduced != null
                            ? introduced
                            : names.incumbents.at(reading, i, known.day, known.hits);
            return meant == null
                            || followsStranger(i)
                            || introduced == null && isIncumbentElsewhere(meant, i)
                    ? null
                    : new Found(meant, NameKind.ALIAS, i, i + 1, sentence);
        }
        int to = i + hit.words();
        int namesake =
                titleCase || shouts() ? to : strangers.endOfNamesake(hit.names().get(0), i, to);
        if (namesake > to) {
            return new Found(null, NameKind.FULL, i, namesake, sentence);
        }
        if (hit.names().get(0).actor() == NameIndex.NOBODY && anyCapital(i, to)) {
            return new Found(null, NameKind.FULL, i, to, sentence);
        }
        for (Name name : hit.names()) {
            if (name.actor() == NameIndex.NOBODY || !accepts(name, i, to)) {
                continue;
            }
            Actor actor = resolve(name, i, to);
            Actor other =
                    name.kind() == NameKind.FULL
                            ? names.homonyms.meant(name.actor(), reading, first, end, known)
                            : null;
            if (other != null) {
                return new Found(other, name.kind(), i, to, sentence);
            }
            if (actor != null) {
                boolean person =
                        name.kind() == NameKind.ALIAS && introduced != null && hit.words() == 1;
                return new Found(person ? introduced : actor, name.kind(), i, to, sentence);
            }
        }
        // A name that is not meant as one still covers its words: "Paris Hilton".
        return hit.names().get(0).kind() == NameKind.FULL && hit.words() > 1
                ? new Found(null, NameKind.FULL, i, to, sentence)
                : null;
    }

    /** The longest name there, or an acronym of the article's language. */
    /** Not what a state is called by; in scripts without capitals any word may be one. */
    private boolean mayBeSurname(int word, NameIndex.Hit hit) {
        boolean cased = reading.words.firstLetter(word) < NonLatin.FIRST_WITHOUT_CASES;
        return (!cased || reading.isCapital(word))
                && (hit == null
                        || hit.words() == 1
                                && hit.names().get(0).kind() != NameKind.ADJECTIVE
                                && hit.names().get(0).actor().type() != ActorType.COUNTRY);
    }

    private NameIndex.Hit hitAt(int i) {
        NameIndex.Hit hit = hits.at(i, end);
        boolean acronym =
                hits.abroad
                        && reading.isAllCapitals(i)
                        && (hit == null || hit.words() == 1 && hit.names().get(0).acronym());
        NameIndex.Hit ofLanguage =
                acronym ? names.acronymsAbroad.at(hits.language, reading.word(i)) : null;
        return ofLanguage == null || shouts() ? hit : ofLanguage;
    }

    private boolean accepts(Name name, int from, int to) {
        if (name.acronym()) {
            if (!acronymStands(from, to)) {
                return false;
            }
        } else if (name.capital() && !anyCapital(opensByArticle(from, to) ? from + 1 : from, to)) {
            return false;
        }
        if (!isTrapped(name.actor(), from, to)
                && !bearers.isOne(name.actor(), name.kind(), from, to)) {
            return true;
        }
        notePrivate(name, from, to);
        return false;
    }

    /** "John Kerry, a plumber": in this article Kerry is the plumber, too. */
    private void notePrivate(Name name, int from, int to) {
        Actor actor = name.actor();
        if (name.kind() == NameKind.FULL
                && actor.type() == ActorType.PERSON
                && to - from > 1
                && (bearers.isPrivate(from, to) || impostors.isPrivate(actor, to))) {
            known.addPrivate(actor);
        }
    }

    private boolean acronymStands(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!reading.isAllCapitals(i)) {
                return false;
            }
            if (i + 1 < to
                    && reading.words.end(i) - reading.words.start(i) == 1
                    && reading.text.charAt(reading.words.end(i)) != '.') {
                return false;
            }
        }
        if (to < end && reading.hyphenAfter(to - 1) && reading.isNumber(to)) {
            // "BM-21": a make, no body.
            return false;
        }
        if (to - from == 1
                && to < end
                && reading.words.end(from) - reading.words.start(from) == 2
                && reading.is(to, names.afterVerb)) {
            // "and IS there hope?": a verb that is shouted.
            return false;
        }
        // A HEADLINE IN CAPITALS says nothing about US and IS.
        return to - from > 1 || !reading.is(from, names.shoutedWord) || !shouts();
    }

    private boolean shouts() {
        int capitals = 0;
        for (int i = first; i < end; i++) {
            capitals += reading.isAllCapitals(i) ? 1 : 0;
        }
        return end - first > 3 && capitals * 3 > (end - first) * 2;
    }

    /** "El alto el fuego": the capital is the sentence's, not that of El Alto. */
    private boolean opensByArticle(int from, int to) {
        return from == first
                && to - from > 1
                && reading.words.end(from) - reading.words.start(from) <= LONGEST_ARTICLE;
    }

    private boolean anyCapital(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.isCapital(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTrapped(Actor actor, int from, int to) {
        WordSet traps = names.traps(actor);
        if (traps != null && (hasApart(traps, from, to) || known.has(names.articleTraps(actor)))) {
            return true;
        }
        return to - from == 1
                        && from == first
                        && reading.is(from, names.wordToo)
                        && (!reading.isAllCapitals(from) || shouts())
                || isSurname(actor, from, to)
                || impostors.isOne(actor, from, to)
                || hits.abroad && names.calledAfter.isCalled(reading, from, to, first, end)
                || to - from == 1
                        && reading.is(from, names.personLike)
                        && !titleCase
                        && (followsStranger(from) || strangers.precedes(to))
                || (actor.type() == ActorType.PLACE || actor.type() == ActorType.COUNTRY)
                        && clubs.isPartOfOne(from, to)
                || actor.type() == ActorType.PLACE && isPartOfPlace(from, to);
    }

    /** "the potter Mike Peru": after a first name stands no land. */
    private boolean isSurname(Actor actor, int from, int to) {
        return to - from == 1
                && !titleCase
                && from > first
                && (actor.type() == ActorType.COUNTRY || actor.type() == ActorType.PLACE)
                && !reading.isNonLatin(from)
                && followsStranger(from)
                && names.givenNames.has(reading.word(from - 1));
    }

    /** "Kefer Dael", "University of Damascus": what is called after a place or a hill. */
    private boolean isPartOfPlace(int from, int to) {
        if (from - 2 >= first
                && reading.is(from - 1, "of")
                && reading.is(from - 2, names.institution)
                && reading.isCapital(from - 2)) {
            return true;
        }
        return to - from == 1
                && from > first
                && reading.is(from - 1, names.placeHead)
                && reading.isCapital(from - 1)
                && (reading.blankAfter(from - 1) || reading.hyphenAfter(from - 1));
    }

    private boolean hasApart(WordSet words, int from, int to) {
        for (int i = first; i < end; i++) {
            if ((i < from || i >= to) && reading.is(i, words)) {
                return true;
            }
        }
        return false;
    }

    private Actor resolve(Name name, int from, int to) {
        return switch (kindHere(name, from, to)) {
            case FULL ->
                    known.isPrivate(name.actor())
                            ? null
                            : names.metonyms.placeOrState(name.actor(), hits, from, to, first, end);
            case SEAT ->
                    !hits.abroad && names.metonyms.isPlacedAt(reading, from, first)
                            ? null
                            : name.actor();
            case ALIAS ->
                    known.isPrivate(name.actor())
                                    || isOfStranger(name.actor(), from)
                                    || isGivenName(name, from, to)
                            ? null
                            : name.actor();
            case ADJECTIVE -> strangers.namesState(from, to) ? name.actor() : null;
        };
    }

    /** A person's name of one word is read as a surname, whichever column it stands in. */
    private NameKind kindHere(Name name, int from, int to) {
        boolean surname =
                name.kind() == NameKind.FULL
                        && to - from == 1
                        && name.actor().type() == ActorType.PERSON
                        && reading.words.firstLetter(from) < SurnameReader.FIRST_EASTERN;
        return surname ? NameKind.ALIAS : name.kind();
    }

    /** Who is called so by a first name and then by the surname alone is not the one we know. */
    private boolean isOfStranger(Actor actor, int from) {
        boolean given =
                actor.type() == ActorType.PERSON
                        && (strangers.followsGiven(from, actor) || clubs.isPerformer(from));
        if (given && !known.isMet(actor)) {
            known.addPrivate(actor);
        }
        return given || followsStranger(from) && !isOwnFirstName(actor, from - 1);
    }

    /** Also where the lexicon has no full name in that script, and the word is nobody's we know. */
    private boolean isOwnFirstName(Actor actor, int word) {
        if (actor.type() != ActorType.PERSON) {
            return false;
        }
        String first = reading.word(word);
        var own = new OwnNames(actor);
        return own.include(first)
                || reading.isNonLatin(word)
                        && own.areUnknownIn(first)
                        && !names.givenNames.has(first);
    }

    /** "Kerry Washington hosts": a surname of one as the first name of another. */
    private boolean isGivenName(Name name, int from, int to) {
        return to - from == 1
                && name.actor().type() == ActorType.PERSON
                && !titleCase
                && strangers.isGiven(to);
    }

    /** The surname of a stranger, though the country's head bears it too. */
    private boolean isIncumbentElsewhere(Actor actor, int at) {
        return titleCase
                || shouts()
                || strangers.isGiven(at + 1)
                || strangers.precedes(at + 1)
                || impostors.isOne(actor, at, at + 1)
                || hits.abroad && names.calledAfter.isCalled(reading, at, at + 1, first, end);
    }

    private boolean followsStranger(int from) {
        return !titleCase && strangers.follows(from);
    }
}
