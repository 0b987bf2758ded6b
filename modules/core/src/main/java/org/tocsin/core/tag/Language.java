package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rules of one language beside English, from its file under {@code /tag/languages}, which holds
 * five kinds of entries: {@code topic}, a rule as {@link EventRule} reads it; {@code says}, cues of
 * a modality and {@code where} they stand ({@link CueAbroad}); {@code figure}, phrases that tell
 * nothing; {@code elsewhere}, words of sport, trade and the stage that silence their sentence; and
 * {@code class}, a name for words.
 *
 * <p>Its vocabulary is that of English with its own words added, so that what is asked of any text
 * (names, numbers, spheres, roles) holds for its texts too.
 */
final class Language {

    /** These rules are numbered above those that all languages share. */
    private static final int ABOVE = 2000;

    final PhraseIndex<EventRule> events;
    final PhraseIndex<CueAbroad> cues;
    final WordSet elsewhere;
    final WordSet publicLife;
    final List<EventRule> rules;
    final boolean infinitiveIsPlural;

    private final Vocabulary vocabulary;
    private final Morphology morphology;
    private final Map<String, Form> inflected = new HashMap<>();

    /** By the word's number. */
    private final Form[] forms;

    Language(Morphology morphology, Vocabulary english, List<String> lines) {
        this.morphology = morphology;
        infinitiveIsPlural = morphology.infinitiveIsPlural();
        vocabulary = english;
        var phrases = new Phrases(new Noting(), vocabulary);
        var ofEvents = new PhraseIndexBuilder<EventRule>(vocabulary);
        var ofCues = new PhraseIndexBuilder<CueAbroad>(vocabulary);
        var told = new ArrayList<Map<String, String>>();
        var silent = new StringBuilder();
        int figures = 0;
        for (Map<String, String> entry : RuleFile.read(lines)) {
            if (entry.containsKey("class")) {
                phrases.define(entry.get("class"), entry.get("words"));
            } else if (entry.containsKey("says")) {
                addCues(phrases, entry, ofCues);
            } else if (entry.containsKey("figure")) {
                var figure = EventRule.figure(phrases, entry.get("figure") + "\t", ++figures);
                figure.triggers().forEach(phrase -> ofEvents.add(phrase, figure));
            } else if (entry.containsKey("elsewhere")) {
                silent.append(' ').append(entry.get("elsewhere"));
            } else {
                told.add(entry);
            }
        }
        rules = EventRule.read(phrases, told, ABOVE, true);
        rules.forEach(rule -> rule.triggers().forEach(phrase -> ofEvents.add(phrase, rule)));
        events = ofEvents.build();
        cues = ofCues.build();
        elsewhere = phrases.set(silent.toString());
        publicLife = phrases.wordsOf("public");
        forms = new Form[vocabulary.limit()];
        inflected.forEach((word, form) -> forms[vocabulary.add(word)] = form);
    }

    private static void addCues(
            Phrases phrases, Map<String, String> entry, PhraseIndexBuilder<CueAbroad> cues) {
        var where = CueAbroad.Where.valueOf(entry.get("where").toUpperCase(Locale.ROOT));
        var cue = new CueAbroad(Modality.valueOf(entry.get("says")), where);
        phrases.all(entry.get("words")).forEach(phrase -> cues.add(phrase, cue));
    }

    /** The text with its words looked up among this language's. */
    Reading read(Reading reading) {
        return new Reading(reading, word -> number(reading, word));
    }

    private int number(Reading reading, int word) {
        int number = vocabulary.of(reading.words.hash(word));
        return number != Vocabulary.UNKNOWN
                ? number
                : morphology.number(reading.word(word), vocabulary::of, this::ofNoun);
    }

    private int ofNoun(String word) {
        return inflected.get(word) == Form.NOUN ? vocabulary.of(word) : Vocabulary.UNKNOWN;
    }

    /** The form of an inflected word of the rules; null of any other. */
    Form form(int number) {
        return number < forms.length ? forms[number] : null;
    }

    /** Notes the form of each word that the rules inflect; of two, the one that says less. */
    private final class Noting implements Morphology {

        @Override
        public Map<String, Form> verb(String base) {
            return noted(morphology.verb(base));
        }

        @Override
        public Map<String, Form> noun(String base) {
            return noted(morphology.noun(base));
        }

        private Map<String, Form> noted(Map<String, Form> all) {
            all.forEach((word, form) -> inflected.merge(word, form, Noting::plainer));
            return all;
        }

        private static Form plainer(Form one, Form other) {
            if (one == Form.BASE || other == Form.BASE) {
                return one == Form.BASE ? other : one;
            }
            return one.compareTo(other) <= 0 ? one : other;
        }
    }
}
