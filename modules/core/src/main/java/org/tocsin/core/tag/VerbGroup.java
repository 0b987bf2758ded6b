package org.tocsin.core.tag;

import java.util.Set;
import org.tocsin.core.text.Words;

/** The auxiliaries and adverbs before a verb, and what they say. */
final class VerbGroup {

    private static final Set<String> NEGATIONS =
            Set.of(
                    "not", "never", "didn", "doesn", "don", "hasn", "haven", "hadn", "isn", "aren",
                    "wasn", "weren", "won", "wouldn", "cannot", "couldn", "shouldn", "nor",
                    "neither");
    private static final Set<String> ADVERBS =
            Set.of(
                    "also",
                    "now",
                    "soon",
                    "already",
                    "finally",
                    "yet",
                    "again",
                    "still",
                    "ever",
                    "just",
                    "then",
                    "later",
                    "t",
                    "longer",
                    "eventually",
                    "both",
                    "all",
                    "even",
                    "instead",
                    "only",
                    "first",
                    "once",
                    "jointly",
                    "today",
                    "fully",
                    "far",
                    "so",
                    "ll",
                    "ve",
                    "re",
                    "d",
                    "further",
                    "either",
                    "itself",
                    "themselves",
                    "himself");

    int start;
    boolean negated;
    boolean will;
    boolean would;
    boolean possible;
    boolean ought;
    boolean to;
    boolean perfect;
    boolean be;
    boolean cannot;
    boolean presentBe;
    boolean did;

    VerbGroup(Reading reading, int verb, int first) {
        Words words = reading.words;
        start = verb;
        for (int i = verb - 1; i >= first; i--) {
            String word = words.folded(i);
            if (i + 1 < words.size() && reading.between(i, i + 1).indexOf(',') >= 0
                    || !read(word)) {
                break;
            }
            start = i;
        }
    }

    private boolean read(String word) {
        if (NEGATIONS.contains(word)) {
            negated = true;
            cannot |= word.equals("cannot") || word.equals("couldn");
            will |= word.equals("won");
            would |= word.equals("wouldn");
            did |= word.equals("didn") || word.equals("hasn") || word.equals("haven");
            return true;
        }
        switch (word) {
            case "will", "shall", "ll" -> will = true;
            case "would" -> would = true;
            case "may", "might", "could" -> possible = true;
            case "can" -> possible = true;
            case "should", "must", "ought" -> ought = true;
            case "to" -> to = true;
            case "has", "have", "had", "having" -> perfect = true;
            case "is", "are", "am" -> {
                be = true;
                presentBe = true;
            }
            case "was", "were", "be", "been", "being", "gets", "got" -> be = true;
            case "did", "does", "do" -> did = true;
            case "no" -> negated = true;
            default -> {
                return ADVERBS.contains(word) || word.length() > 4 && word.endsWith("ly");
            }
        }
        return true;
    }
}
