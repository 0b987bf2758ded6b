package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.text.Fold;

/** The classes of words by which a name is read, and what reads capitals and offices. */
final class Names {

    final Lexicon lexicon;

    /** The rules' words and those of the lexicon's traps. */
    final Vocabulary vocabulary;

    final Metonyms metonyms;
    final WordSet title;
    final WordSet opener;
    final WordSet locative;
    final WordSet placeNoun;
    final WordSet stateNoun;
    final WordSet notOfState;
    final WordSet stateAdjective;
    final WordSet personLike;
    final WordSet pastOffice;
    final WordSet pastOfficeAbroad;
    final WordSet officeJoint;
    final WordSet officeParticle;
    final WordSet afterVerb;
    final WordSet placeHead;
    final WordSet institution;
    final WordSet day;
    final WordSet smallEnglish;
    final WordSet smallGerman;
    final WordSet namesake;
    final WordSet americanState;
    final WordSet warship;
    final WordSet shoutedWord;
    final WordSet wordToo;
    final WordSet honorific;
    final WordSet americanNamesake;
    final WordSet notLeader;
    final WordSet shipOf;
    final WordSet ship;
    final WordSet namesakeBeside;

    final WordSet titleAbroad;
    final WordSet heldAbroad;
    final WordSet museum;
    final WordSet namedThing;
    final CalledAfter calledAfter;
    final Namesakes namesakes;
    final Kana kana;
    final AcronymsAbroad acronymsAbroad;
    final TitledSurnames titledSurnames;
    final OfficeSurnames officeSurnames;
    final WordSet pluralArticle;
    final WordSet smallAdjectives;
    final WordSet smallNames;
    final GivenNames givenNames;
    final Homonyms homonyms;
    final Incumbents incumbents;

    private final Map<String, Actor> states = new HashMap<>();
    private final Map<String, Actor> groups = new HashMap<>();
    private final Map<String, WordSet> traps = new HashMap<>();
    private final Map<String, WordSet> articleTraps = new HashMap<>();

    Names(Lexicon lexicon, Phrases phrases) {
        this.lexicon = lexicon;
        metonyms = new Metonyms(lexicon, phrases);
        title = phrases.wordsOf("title");
        opener = phrases.wordsOf("opener");
        locative = phrases.wordsOf("locative");
        placeNoun = phrases.wordsOf("place-noun");
        stateNoun = phrases.wordsOf("state-noun");
        notOfState = phrases.wordsOf("not-of-state");
        stateAdjective = phrases.wordsOf("state-adjective");
        personLike = phrases.wordsOf("person-like");
        pastOffice = phrases.wordsOf("past-office");
        pastOfficeAbroad = phrases.wordsOf("past-office-abroad");
        officeJoint = phrases.wordsOf("office-joint");
        officeParticle = phrases.wordsOf("office-particle");
        afterVerb = phrases.wordsOf("after-shouted-verb");
        institution = phrases.wordsOf("institution");
        smallEnglish = phrases.wordsOf("small-english");
        smallGerman = phrases.wordsOf("small-german");
        givenNames = new GivenNames(lexicon, phrases.formsOf("first-name").keySet());
        day = phrases.wordsOf("day");
        titleAbroad = phrases.wordsOf("title-abroad");
        heldAbroad = phrases.wordsOf("held-abroad");
        museum = phrases.wordsOf("called-after-people");
        namedThing = phrases.wordsOf("named-thing");
        calledAfter = new CalledAfter(phrases);
        namesakes = new Namesakes(phrases);
        kana = new Kana(phrases);
        acronymsAbroad = new AcronymsAbroad(lexicon);
        titledSurnames = new TitledSurnames(lexicon);
        officeSurnames = new OfficeSurnames(lexicon);
        pluralArticle = phrases.wordsOf("plural-article");
        namesake = phrases.wordsOf("namesake");
        americanState = phrases.wordsOf("american-state");
        warship = phrases.wordsOf("warship");
        shoutedWord = phrases.wordsOf("shouted-word");
        wordToo = phrases.wordsOf("word-too");
        honorific = phrases.wordsOf("honorific");
        americanNamesake = phrases.wordsOf("american-namesake");
        notLeader = phrases.wordsOf("not-leader");
        shipOf = phrases.wordsOf("ship-of");
        ship = phrases.wordsOf("ship");
        namesakeBeside = phrases.wordsOf("namesake-beside");
        placeHead = phrases.wordsOf("place-head");
        // Copied when all words of the rules have their numbers.
        vocabulary = phrases.vocabulary.copy();
        for (Actor actor : lexicon.actors()) {
            if (!actor.traps().isEmpty()) {
                addTraps(actor);
            }
        }
        homonyms = new Homonyms(lexicon, vocabulary);
        incumbents = new Incumbents(lexicon, vocabulary);
        smallAdjectives = smallAdjectives();
        smallNames = smallNames();
    }

    /** "russe", "türkisch": adjectives listed in small letters. */
    private WordSet smallAdjectives() {
        for (Actor actor : lexicon.actors()) {
            for (String adjective : actor.adjectives()) {
                int first = adjective.charAt(0);
                if (first < NonLatin.FIRST_SCRIPT && Character.isLowerCase(first)) {
                    for (String form : Agreement.of(Fold.fold(adjective))) {
                        states.put(form, actor);
                    }
                }
            }
        }
        return WordSet.of(List.copyOf(states.keySet()), vocabulary);
    }

    /** "les talibans", "los hutíes": whom Romance languages name in small letters, in one word. */
    private WordSet smallNames() {
        for (Actor actor : lexicon.actors()) {
            for (String name : actor.names()) {
                if (name.charAt(0) < NonLatin.FIRST_SCRIPT && name.matches("\\p{Ll}{5,}")) {
                    groups.put(Fold.fold(name), actor);
                }
            }
        }
        return WordSet.of(List.copyOf(groups.keySet()), vocabulary);
    }

    /** The group that the word in small letters names. */
    Actor group(String name) {
        return groups.get(name);
    }

    /** The state that the adjective names. */
    Actor state(String adjective) {
        return states.get(adjective);
    }

    private void addTraps(Actor actor) {
        var near = new ArrayList<String>();
        var far = new ArrayList<String>();
        for (String trap : actor.traps()) {
            if (trap.startsWith("+")) {
                far.add(Fold.fold(trap.substring(1)));
            } else {
                near.add(Fold.fold(trap));
            }
        }
        traps.put(actor.id(), WordSet.of(near, vocabulary));
        if (!far.isEmpty()) {
            articleTraps.put(actor.id(), WordSet.of(far, vocabulary));
        }
    }

    /** Words that in the same sentence show that another thing is meant; null for none. */
    WordSet traps(Actor actor) {
        return actor.traps().isEmpty() ? null : traps.get(actor.id());
    }

    /** The same for words anywhere in the article; null where none could show it. */
    WordSet articleTraps(Actor actor) {
        return articleTraps.get(actor.id());
    }
}
