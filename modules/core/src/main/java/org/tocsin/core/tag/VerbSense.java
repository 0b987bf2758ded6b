package org.tocsin.core.tag;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.text.Words;

/** What can be told of verbs without a parser: known forms, and the auxiliaries before them. */
final class VerbSense {

    private static final Set<String> NOUNS_IN_S =
            Set.of(
                    "talks",
                    "calls",
                    "plans",
                    "attacks",
                    "strikes",
                    "threats",
                    "demands",
                    "offers",
                    "orders",
                    "supports",
                    "moves",
                    "ends",
                    "bans",
                    "raises",
                    "fires",
                    "tests",
                    "blocks",
                    "views",
                    "fears",
                    "claims",
                    "hopes",
                    "needs",
                    "protests",
                    "appeals",
                    "arms",
                    "acts",
                    "plots",
                    "shows",
                    "plays",
                    "uses",
                    "pushes",
                    "starts",
                    "closes",
                    "signals",
                    "sanctions",
                    "swaps",
                    "releases",
                    "arrests",
                    "reports",
                    "funds",
                    "presses",
                    "drops",
                    "joins",
                    "cuts",
                    "breaks",
                    "leads",
                    "stands",
                    "changes",
                    "rules");

    private static final Set<String> AUXILIARIES =
            Set.of(
                    "has", "have", "had", "is", "are", "was", "were", "will", "would", "may",
                    "might", "could", "can", "cannot", "should", "must", "did", "does", "do", "won",
                    "didn", "doesn", "hasn", "hadn", "wouldn", "isn", "wasn", "aren", "weren",
                    "couldn");
    private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they", "we", "i", "you");
    private static final Set<String> DETERMINERS =
            Set.of(
                    "the", "a", "an", "its", "his", "her", "their", "this", "that", "any", "no",
                    "s", "heavy", "fierce", "intense", "renewed", "recent", "new", "more", "deadly",
                    "further", "fresh", "alleged", "suicide", "street", "of");
    private static final Set<String> BEFORE_NOUNS =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "its",
                    "his",
                    "her",
                    "their",
                    "our",
                    "my",
                    "your",
                    "this",
                    "these",
                    "those",
                    "any",
                    "no",
                    "some",
                    "all",
                    "more",
                    "new",
                    "s",
                    "of",
                    "several",
                    "two",
                    "three",
                    "four",
                    "five",
                    "many",
                    "further",
                    "fresh",
                    "first",
                    "second",
                    "third",
                    "last",
                    "latest",
                    "recent",
                    "major",
                    "such",
                    "in",
                    "on",
                    "for",
                    "with",
                    "by",
                    "from",
                    "during",
                    "under",
                    "against",
                    "over",
                    "each",
                    "every",
                    "another",
                    "air",
                    "drone",
                    "missile",
                    "rocket",
                    "suicide",
                    "peace",
                    "military",
                    "deadly",
                    "armed",
                    "between",
                    "at",
                    "without",
                    "ground",
                    "terror",
                    "terrorist",
                    "bomb",
                    "car",
                    "cross",
                    "retaliatory",
                    "heavy",
                    "alleged",
                    "possible",
                    "joint",
                    "general",
                    "hunger",
                    "artillery",
                    "nuclear",
                    "trade",
                    "direct",
                    "preemptive",
                    "following",
                    "after",
                    "amid",
                    "about",
                    "despite",
                    "into");

    private final Map<String, Form> verbs = new HashMap<>();

    VerbSense(Phrases phrases) {
        phrases.formsOf("dialogue").forEach(this::add);
        phrases.formsOf("verb").forEach(this::add);
    }

    private void add(String word, Form form) {
        if (form.isVerb()) {
            verbs.putIfAbsent(word, form);
        }
    }

    /** The form of a known verb, null for other words. */
    Form form(String word) {
        return verbs.get(word);
    }

    boolean isAuxiliary(String word) {
        return AUXILIARIES.contains(word);
    }

    /** Words after which a form in -ing is a noun. */
    boolean determines(String word) {
        return DETERMINERS.contains(word);
    }

    boolean mayPrecedeNoun(String word) {
        return BEFORE_NOUNS.contains(word);
    }

    /** A past form or an auxiliary stands at that word. */
    boolean isFinite(Reading reading, int at, int end) {
        if (at >= end) {
            return false;
        }
        String word = reading.words.folded(at);
        // "IS fighters" is no verb.
        if (reading.isAllCapitals(at)) {
            return false;
        }
        if (AUXILIARIES.contains(word)) {
            return true;
        }
        Form form = verbs.get(word);
        if (form == Form.PAST && at + 1 < end && reading.words.folded(at + 1).equals("by")) {
            return false;
        }
        return form == Form.PAST
                || form == Form.THIRD
                        && !mayPrecedeNoun(previous(reading.words, at))
                        && !isPluralNoun(word);
    }

    private static boolean isPluralNoun(String word) {
        return NOUNS_IN_S.contains(word);
    }

    private static String previous(Words words, int at) {
        return at > 0 ? words.folded(at - 1) : "";
    }

    boolean finiteWithin(Reading reading, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isFinite(reading, i, to)) {
                return true;
            }
        }
        return false;
    }

    /** After "and": a subject of its own with its verb ("and Turkey called for"). */
    boolean opensOwnClause(Reading reading, int from, int end) {
        if (from >= end) {
            return false;
        }
        if (PRONOUNS.contains(reading.words.folded(from))) {
            return true;
        }
        boolean name =
                reading.isCapital(from)
                        || reading.words.folded(from).equals("the")
                        || reading.words.folded(from).equals("its");
        if (!name) {
            return false;
        }
        for (int i = from + 1; i < Math.min(end, from + 5); i++) {
            String gap = reading.between(i - 1, i);
            if (gap.indexOf(',') >= 0) {
                return false;
            }
            if (isFinite(reading, i, end)) {
                return !previousVerbIsShared(reading, from);
            }
        }
        return false;
    }

    /** In "Russia and Turkey agreed" the verb belongs to both: no verb stands before the "and". */
    private boolean previousVerbIsShared(Reading reading, int from) {
        for (int i = from - 2; i >= 0 && i >= from - 12; i--) {
            if (isFinite(reading, i, from)) {
                return false;
            }
            if (reading.between(i, i + 1).indexOf('.') >= 0
                    && reading.between(i, i + 1).length() > 1) {
                break;
            }
        }
        return true;
    }
}
