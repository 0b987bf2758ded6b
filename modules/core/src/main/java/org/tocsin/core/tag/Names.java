package org.tocsin.core.tag;

import org.tocsin.core.lexicon.Lexicon;

/** The classes of words by which a name is read, and what reads capitals and offices. */
final class Names {

    final Lexicon lexicon;
    final Metonyms metonyms;
    final WordSet title;
    final WordSet opener;
    final WordSet locative;
    final WordSet placeNoun;
    final WordSet stateNoun;
    final WordSet stateAdjective;
    final WordSet personLike;
    final WordSet pastOffice;

    Names(Lexicon lexicon, Phrases phrases) {
        this.lexicon = lexicon;
        metonyms = new Metonyms(lexicon, phrases);
        title = phrases.wordsOf("title");
        opener = phrases.wordsOf("opener");
        locative = phrases.wordsOf("locative");
        placeNoun = phrases.wordsOf("place-noun");
        stateNoun = phrases.wordsOf("state-noun");
        stateAdjective = phrases.wordsOf("state-adjective");
        personLike = phrases.wordsOf("person-like");
        pastOffice = phrases.wordsOf("past-office");
    }
}
