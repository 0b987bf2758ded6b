package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tocsin.core.text.Fold;

/**
 * Reads phrases as linguists write them: {@code v:withdraw} is the verb in all its forms, {@code
 * n:strike} the noun and its plural, {@code @forces} any word of that class, {@code _} up to three
 * words between, anything else the word itself; {@code |} parts phrases.
 */
final class Phrases {

    private static final int GAP = 3;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    final Vocabulary vocabulary;
    private final Morphology inflection;
    private final Map<String, Map<String, Form>> classes = new HashMap<>();
    private final Map<String, WordSet> sets = new HashMap<>();

    Phrases(Inflection inflection) {
        this(inflection, new Vocabulary());
    }

    /** Adds to a vocabulary what it does not know yet. */
    Phrases(Morphology inflection, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.inflection = inflection;
    }

    /** Names a class of words; the words may themselves be {@code v:} or {@code n:}. */
    void define(String name, String words) {
        if (classes.put(name, choice(words)) != null) {
            throw new IllegalStateException("two classes of words are called @" + name);
        }
    }

    /** The words of a list such as {@code @forces n:convoy tanks}, each with its form. */
    Map<String, Form> choice(String words) {
        var all = new LinkedHashMap<String, Form>();
        for (String word : BETWEEN.split(words.strip())) {
            words(word).forEach(all::putIfAbsent);
        }
        return all;
    }

    WordSet set(String words) {
        return sets.computeIfAbsent(words, w -> WordSet.of(choice(words).keySet(), vocabulary));
    }

    /** The words of a class. */
    WordSet wordsOf(String name) {
        return set("@" + name);
    }

    Map<String, Form> formsOf(String name) {
        Map<String, Form> words = classes.get(name);
        if (words == null) {
            throw new IllegalStateException("no class of words is called @" + name);
        }
        return words;
    }

    List<Phrase> all(String phrases) {
        return Arrays.stream(phrases.split("\\|"))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .map(this::one)
                .toList();
    }

    /** The words that open such phrases. */
    WordSet firstWords(String phrases) {
        var words = new HashSet<String>();
        all(phrases).forEach(phrase -> words.addAll(phrase.first().keySet()));
        return WordSet.of(words, vocabulary);
    }

    private Phrase one(String phrase) {
        String[] tokens = BLANK.split(phrase);
        var rest = new ArrayList<Phrase.Step>();
        int gap = 0;
        for (String token : Arrays.asList(tokens).subList(1, tokens.length)) {
            if (token.equals("_")) {
                gap += GAP;
            } else {
                rest.add(new Phrase.Step(set(token), gap));
                gap = 0;
            }
        }
        return new Phrase(phrase, words(tokens[0]), rest.toArray(Phrase.Step[]::new));
    }

    private Map<String, Form> words(String token) {
        if (token.startsWith("@")) {
            return formsOf(token.substring(1));
        }
        if (token.startsWith("v:")) {
            return inflection.verb(token.substring(2));
        }
        if (token.startsWith("n:")) {
            return inflection.noun(token.substring(2));
        }
        String word = Fold.fold(token);
        if (!word.startsWith("#") && !word.chars().allMatch(Phrases::isWordPart)) {
            throw new IllegalStateException(
                    "no text holds the word '" + token + "': it has a mark");
        }
        return Map.of(word, Form.PLAIN);
    }

    private static boolean isWordPart(int letter) {
        return Character.isLetterOrDigit(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
    }
}
