package org.tocsin.core.tag;

/** The auxiliaries and adverbs before a verb, and what they say. */
final class VerbGroup {

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

    private final Grammar grammar;

    VerbGroup(Passage passage, int verb) {
        this(passage, verb, passage.clauses().first);
    }

    /** The group of the verb, read back to {@code first} at most. */
    VerbGroup(Passage passage, int verb, int first) {
        this(passage.grammar(), passage.reading(), verb, first);
    }

    VerbGroup(Grammar grammar, Reading reading, int verb, int first) {
        this.grammar = grammar;
        start = verb;
        for (int i = verb - 1; i >= first; i--) {
            if (reading.commaAfter(i) || !read(reading.word(i), reading.code(i))) {
                break;
            }
            start = i;
        }
    }

    /** A plain denial: "could not" leaves nothing open, "may not" does. */
    boolean denies() {
        return negated && !possible || cannot;
    }

    /** Neither will, would, may nor must: what is told of is told as a fact. */
    boolean isPlain() {
        return !will && !would && !possible && !ought;
    }

    private boolean read(String word, int code) {
        if (grammar.negation.has(code)) {
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
            case "may", "might", "could", "can" -> possible = true;
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
                return grammar.verbAdverb.has(code) || word.length() > 4 && word.endsWith("ly");
            }
        }
        return true;
    }
}
