package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.text.Fold;

/**
 * Reads phrases as linguists write them: {@code v:withdraw} is the verb in all its forms, {@code
 * n:strike} the noun and its plural, {@code @forces} any word of that class, {@code _} up to three
 * words between, anything else the word itself; {@code |} parts phrases.
 */
final class Phrases {

    private static final int GAP = 3;

    private final Inflection inflection;
    private final Map<String, Map<String, Form>> classes = new HashMap<>();

    Phrases(Inflection inflection) {
        this.inflection = inflection;
    }

    /** Names a class of words; the words may themselves be {@code v:} or {@code n:}. */
    void define(String name, String words) {
        classes.put(name, choice(words));
    }

    /** The words of a list such as {@code @forces n:convoy tanks}, each with its form. */
    Map<String, Form> choice(String words) {
        var all = new LinkedHashMap<String, Form>();
        for (String word : words.strip().split("[\\s,]+")) {
            words(word).forEach(all::putIfAbsent);
        }
        return all;
    }

    Set<String> wordsOf(String name) {
        Map<String, Form> words = classes.get(name);
        if (words == null) {
            throw new IllegalStateException("no class of words is called @" + name);
        }
        return words.keySet();
    }

    Map<String, Form> formsOf(String name) {
        wordsOf(name);
        return classes.get(name);
    }

    List<Phrase> all(String phrases) {
        return Arrays.stream(phrases.split("\\|"))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .map(this::one)
                .toList();
    }

    private Phrase one(String phrase) {
        var steps = new ArrayList<Phrase.Step>();
        int gap = 0;
        for (String token : phrase.split("\\s+")) {
            if (token.equals("_")) {
                gap = GAP;
            } else {
                steps.add(new Phrase.Step(words(token), gap));
                gap = 0;
            }
        }
        return new Phrase(List.copyOf(steps));
    }

    private Map<String, Form> words(String token) {
        if (token.startsWith("@")) {
            wordsOf(token.substring(1));
            return classes.get(token.substring(1));
        }
        if (token.startsWith("v:")) {
            return inflection.verb(token.substring(2));
        }
        if (token.startsWith("n:")) {
            return inflection.noun(token.substring(2));
        }
        return Map.of(Fold.fold(token), Form.PLAIN);
    }
}
