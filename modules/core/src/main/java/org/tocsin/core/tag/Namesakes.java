package org.tocsin.core.tag;

import java.util.Set;
import org.tocsin.core.lexicon.WordForms;

/**
 * The classes of words beside a name that show it to be that of a shop, a pet, a dish or a person
 * of a private trade: {@code namesakes.txt}. They are read by {@link Bearers}.
 */
final class Namesakes {

    /**
     * Those of English and those of the other languages, in which many of the former are others.
     */
    final Kinds english;

    final Kinds abroad;

    final WordSet shopBefore;
    final WordSet shopBehind;
    final WordSet calledBehind;
    final WordSet link;
    final WordSet performer;
    final WordSet clubBefore;
    final WordSet clubBehind;
    final Set<String> behindHan;
    final Set<String> behindHanPerson;
    final Set<String> tradeHan;
    final Set<String> titles;

    /** {@code sign}: one of them; a sentence without any needs no closer look. */
    record Kinds(
            WordSet pet,
            WordSet called,
            WordSet trade,
            WordSet ware,
            WordSet vessel,
            WordSet sign) {}

    Namesakes(Phrases phrases) {
        shopBefore = forms(phrases, "shop-before");
        shopBehind = forms(phrases, "shop-behind");
        calledBehind = forms(phrases, "called-behind");
        link = phrases.wordsOf("link-to-name");
        performer = forms(phrases, "performer");
        clubBefore = forms(phrases, "club-before");
        clubBehind = phrases.wordsOf("club-behind");
        english = kinds(phrases, "", phrases.wordsOf("not-leader"));
        abroad = kinds(phrases, "-abroad", shopBefore.with(shopBehind));
        behindHan = phrases.formsOf("behind-han").keySet();
        behindHanPerson = phrases.formsOf("behind-han-person").keySet();
        tradeHan = phrases.formsOf("trade-han").keySet();
        titles = phrases.formsOf("title-behind").keySet();
    }

    private static Kinds kinds(Phrases phrases, String suffix, WordSet more) {
        WordSet pet = forms(phrases, "pet" + suffix);
        WordSet trade = forms(phrases, "private-trade" + suffix);
        WordSet ware = forms(phrases, "ware" + suffix);
        WordSet vessel = forms(phrases, "vessel-called" + suffix);
        return new Kinds(
                pet,
                forms(phrases, "called" + suffix),
                trade,
                ware,
                vessel,
                pet.with(trade).with(ware).with(vessel).with(more));
    }

    private static WordSet forms(Phrases phrases, String name) {
        return WordSet.of(WordForms.of(phrases.formsOf(name).keySet()), phrases.vocabulary);
    }
}
