package org.tocsin.core.tag;

import java.util.Arrays;

/**
 * What is known of single words: the forms of verbs, and the classes that the readers of a sentence
 * ask for. All of it stands in {@code grammar.txt} and {@code classes.txt}.
 */
final class Grammar {

    final WordSet speech;
    final WordSet demand;
    final WordSet publicLife;
    final WordSet clauseOpener;
    final WordSet relative;
    final WordSet sinceTime;
    final WordSet beforeAs;
    final WordSet afterAs;
    final WordSet auxiliary;
    final WordSet negation;
    final WordSet verbAdverb;
    final WordSet afterAuxiliary;
    final WordSet pronoun;
    final WordSet pronounOfTeller;
    final WordSet possessive;
    final WordSet bandBefore;
    final WordSet determinesGerund;
    final WordSet beforeNoun;
    final WordSet nounInS;
    final WordSet determiner;
    final WordSet none;
    final WordSet noDenial;
    final WordSet prepositionOfNoun;
    final WordSet setting;
    final WordSet beforeNumber;
    final WordSet deadline;
    final WordSet opensDenied;
    final WordSet rank;
    final WordSet inTitle;
    final WordSet befalls;
    final WordSet office;
    final WordSet conjunction;
    final WordSet spokenOf;
    final WordSet peopleFrom;
    final WordSet noSubject;
    final WordSet owned;
    final WordSet beforePronoun;
    final WordSet otherDeed;
    final WordSet tailSpeech;
    final WordSet modal;
    final WordSet asks;
    final WordSet affect;
    final WordSet perform;
    final WordSet official;
    final WordSet forceOfState;
    final WordSet beforeMatter;
    final WordSet smallEnglish;
    final WordSet smallForeign;
    final WordSet articleAbroad;
    final WordSet heldAbroad;
    final WordSet heldBehind;
    final WordSet withBehind;
    final WordSet turkishOwner;
    final WordSet turkishHeld;
    final WordSet andAbroad;
    final WordSet thatAbroad;
    final WordSet byAbroad;
    final WordSet within;
    final WordSet inverts;
    final WordSet doers;
    final WordSet amount;
    final WordSet failed;
    final WordSet prevention;
    final WordSet report;
    final WordSet empty;
    final WordSet carries;
    final WordSet measure;
    final WordSet expels;
    final WordSet receives;
    final WordSet collective;
    final WordSet afterNoun;
    final WordSet putsInto;

    final Auxiliaries auxiliaries;
    final Joints joints;

    private final Form[] forms;

    Grammar(Phrases phrases) {
        speech = phrases.wordsOf("speech");
        demand = phrases.wordsOf("demand");
        publicLife = phrases.wordsOf("public");
        clauseOpener = phrases.wordsOf("clause-opener");
        relative = phrases.wordsOf("relative");
        sinceTime = phrases.wordsOf("since-time");
        beforeAs = phrases.wordsOf("before-as");
        afterAs = phrases.wordsOf("after-as");
        auxiliary = phrases.wordsOf("auxiliary");
        negation = phrases.wordsOf("negation");
        verbAdverb = phrases.wordsOf("verb-adverb");
        afterAuxiliary = phrases.wordsOf("after-auxiliary");
        pronoun = phrases.wordsOf("pronoun");
        pronounOfTeller = phrases.wordsOf("pronoun-of-teller");
        possessive = phrases.wordsOf("possessive");
        bandBefore = phrases.wordsOf("band-before");
        determinesGerund = phrases.wordsOf("determines-gerund");
        beforeNoun = phrases.wordsOf("before-noun");
        nounInS = phrases.wordsOf("noun-in-s");
        determiner = phrases.wordsOf("determiner");
        none = phrases.wordsOf("none");
        noDenial = phrases.wordsOf("no-denial");
        prepositionOfNoun = phrases.wordsOf("preposition-of-noun");
        setting = phrases.wordsOf("setting");
        beforeNumber = phrases.wordsOf("before-number");
        deadline = phrases.wordsOf("deadline");
        opensDenied = phrases.wordsOf("opens-denied");
        rank = phrases.wordsOf("rank");
        inTitle = phrases.wordsOf("in-title");
        befalls = phrases.wordsOf("befalls");
        office = phrases.wordsOf("office");
        conjunction = phrases.wordsOf("conjunction");
        spokenOf = phrases.wordsOf("spoken-of");
        peopleFrom = phrases.wordsOf("people-from");
        noSubject = phrases.wordsOf("no-subject");
        owned = phrases.wordsOf("owned");
        beforePronoun = phrases.wordsOf("before-pronoun");
        asks = phrases.wordsOf("asks");
        affect = phrases.wordsOf("affect");
        perform = phrases.wordsOf("perform");
        official = phrases.wordsOf("official");
        forceOfState = phrases.wordsOf("force-of-state");
        inverts = phrases.wordsOf("inverts");
        within = phrases.wordsOf("within");
        heldAbroad = phrases.wordsOf("held-abroad");
        heldBehind = phrases.wordsOf("held-behind");
        withBehind = phrases.wordsOf("with-behind");
        turkishOwner = phrases.wordsOf("turkish-owner");
        turkishHeld = phrases.wordsOf("turkish-held");
        andAbroad = phrases.wordsOf("and-abroad");
        thatAbroad = phrases.wordsOf("that-abroad");
        byAbroad = phrases.wordsOf("by-abroad");
        articleAbroad = phrases.wordsOf("article-abroad");
        smallEnglish = phrases.wordsOf("small-english");
        smallForeign = phrases.wordsOf("small-foreign");
        beforeMatter = phrases.wordsOf("before-matter");
        doers = phrases.wordsOf("doers");
        amount = phrases.wordsOf("amount");
        failed = phrases.wordsOf("failed");
        prevention = phrases.wordsOf("prevention");
        carries = phrases.wordsOf("carries");
        measure = phrases.wordsOf("measure");
        afterNoun = phrases.wordsOf("after-noun");
        collective = phrases.wordsOf("collective");
        receives = phrases.wordsOf("receives");
        expels = phrases.wordsOf("expels");
        putsInto = phrases.wordsOf("puts-into");
        report = phrases.wordsOf("reported-noun");
        empty = phrases.wordsOf("empty");
        modal = phrases.wordsOf("modal");
        tailSpeech = phrases.wordsOf("tail-speech");
        otherDeed = phrases.wordsOf("other-deed");
        joints = new Joints(phrases);
        auxiliaries = new Auxiliaries(phrases, negation, verbAdverb);
        forms = forms(phrases, "dialogue", "verb", "speech", "tail-speech");
    }

    private static Form[] forms(Phrases phrases, String... classes) {
        var forms = new Form[0];
        for (String name : classes) {
            for (var word : phrases.formsOf(name).entrySet()) {
                int number = phrases.vocabulary.add(word.getKey());
                if (number >= forms.length) {
                    forms = Arrays.copyOf(forms, number * 2);
                }
                if (word.getValue().isVerb() && forms[number] == null) {
                    forms[number] = word.getValue();
                }
            }
        }
        return forms;
    }

    /** The form of a known verb, null for other words. */
    Form form(int word) {
        return word < forms.length ? forms[word] : null;
    }
}
