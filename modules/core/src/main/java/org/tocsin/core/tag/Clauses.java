package org.tocsin.core.tag;

import java.util.Set;
import org.tocsin.core.text.Words;

/**
 * Parts a sentence into clauses without parsing it: by punctuation, by words that open a clause,
 * and by "and" before a verb of its own. A relative clause between commas is set aside, so that
 * what follows it belongs to what stood before.
 */
final class Clauses {

    private static final Set<String> SINCE_A_TIME =
            Set.of(
                    "last",
                    "then",
                    "the",
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "early",
                    "late",
                    "at");

    private static final Set<String> BEFORE_PLAIN_AS =
            Set.of(
                    "such",
                    "as",
                    "well",
                    "same",
                    "known",
                    "described",
                    "seen",
                    "regarded",
                    "resign",
                    "resigned",
                    "serve",
                    "served",
                    "far",
                    "so");

    private static final Set<String> OPENERS =
            Set.of(
                    "after",
                    "while",
                    "because",
                    "although",
                    "though",
                    "whereas",
                    "when",
                    "where",
                    "but",
                    "despite",
                    "amid",
                    "until",
                    "before",
                    "if",
                    "unless",
                    "whether",
                    "once",
                    "following",
                    "except",
                    "however",
                    "so",
                    "yet",
                    "then",
                    "till",
                    "whenever");
    private static final Set<String> RELATIVES = Set.of("who", "which", "whose", "whom");
    private static final Set<String> NO_CLAUSE_AFTER_AS =
            Set.of(
                    "a",
                    "an",
                    "part",
                    "well",
                    "many",
                    "much",
                    "soon",
                    "long",
                    "if",
                    "far",
                    "of",
                    "being",
                    "he",
                    "she",
                    "possible",
                    "little",
                    "few",
                    "early",
                    "late");

    final int first;
    final int end;
    private final int[] clause;
    private final boolean[] conditional;
    private final boolean[] until;

    Clauses(Reading reading, int first, int end, VerbSense verbs) {
        this.first = first;
        this.end = end;
        int size = Math.max(0, end - first);
        clause = new int[size];
        conditional = new boolean[size + 1];
        until = new boolean[size + 1];
        int id = 0;
        int last = 0;
        int outer = -1;
        boolean openedAtStart = false;
        for (int i = first; i < end; i++) {
            Words words = reading.words;
            String word = words.folded(i);
            String gap = i == first ? "" : reading.between(i - 1, i);
            boolean comma = gap.indexOf(',') >= 0;
            if (i > first && isHardGap(gap)) {
                id = ++last;
                outer = -1;
                openedAtStart = false;
            } else if (outer >= 0 && comma) {
                id = outer;
                outer = -1;
            } else if (openedAtStart && comma) {
                id = ++last;
                openedAtStart = false;
            }
            if (opens(reading, i, verbs)) {
                if (i == first) {
                    openedAtStart = true;
                } else if (RELATIVES.contains(word) && comma) {
                    outer = id;
                    id = ++last;
                } else {
                    id = ++last;
                }
            }
            clause[i - first] = id;
            if (word.equals("if") || word.equals("unless") || word.equals("whether")) {
                mark(conditional, id);
            }
            if (word.equals("until")) {
                mark(until, id);
            }
        }
    }

    private static void mark(boolean[] marks, int id) {
        if (id < marks.length) {
            marks[id] = true;
        }
    }

    private static boolean isHardGap(String gap) {
        for (int i = 0; i < gap.length(); i++) {
            if (";:—–()[]".indexOf(gap.charAt(i)) >= 0) {
                return true;
            }
        }
        return gap.contains(" - ");
    }

    private boolean opens(Reading reading, int i, VerbSense verbs) {
        Words words = reading.words;
        String word = words.folded(i);
        if (RELATIVES.contains(word)) {
            return true;
        }
        if (OPENERS.contains(word)) {
            return true;
        }
        String next = i + 1 < end ? words.folded(i + 1) : "";
        if (word.equals("since")) {
            return !(SINCE_A_TIME.contains(next)
                    || !next.isEmpty() && Character.isDigit(next.charAt(0)));
        }
        if (word.equals("as")) {
            String before = i > first ? words.folded(i - 1) : "";
            return !NO_CLAUSE_AFTER_AS.contains(next)
                    && !BEFORE_PLAIN_AS.contains(before)
                    && verbs.finiteWithin(reading, i + 1, Math.min(end, i + 7));
        }
        if (word.equals("and") || word.equals("or")) {
            return verbs.isFinite(reading, i + 1, end)
                    || i + 2 < end && isAdverb(next) && verbs.isFinite(reading, i + 2, end)
                    || verbs.opensOwnClause(reading, i + 1, end);
        }
        return false;
    }

    private static boolean isAdverb(String word) {
        return word.endsWith("ly")
                || word.equals("then")
                || word.equals("later")
                || word.equals("also");
    }

    int of(int word) {
        return clause[word - first];
    }

    boolean same(int one, int other) {
        return of(one) == of(other);
    }

    /** In a clause that "if" or "unless" opens. */
    boolean isConditional(int word) {
        return conditional[of(word)];
    }

    boolean isUntil(int word) {
        return until[of(word)];
    }

    boolean anyConditional() {
        for (boolean is : conditional) {
            if (is) {
                return true;
            }
        }
        return false;
    }
}
