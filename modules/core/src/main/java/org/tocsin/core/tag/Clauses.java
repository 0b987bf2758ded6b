package org.tocsin.core.tag;

/**
 * Parts a sentence into clauses without parsing it: by punctuation, by words that open a clause,
 * and by "and" before a verb of its own. A relative clause between commas is set aside, so that
 * what follows it belongs to what stood before; who tells it all (", the minister said") stands
 * apart.
 */
final class Clauses {

    private static final int LONGEST_TELLER = 9;

    final int first;
    final int end;
    private final Grammar grammar;
    private final Verbs verbs;
    private final Reading reading;
    private final int[] clause;
    private final boolean[] conditional;
    private final boolean[] until;

    Clauses(Reading reading, int first, int end, Grammar grammar, Verbs verbs) {
        this.reading = reading;
        this.grammar = grammar;
        this.verbs = verbs;
        this.first = first;
        this.end = end;
        int size = Math.max(0, end - first);
        clause = new int[size];
        conditional = new boolean[size + 1];
        until = new boolean[size + 1];
        part();
    }

    private void part() {
        int id = 0;
        int last = 0;
        int outer = -1;
        boolean openedAtStart = false;
        for (int i = first; i < end; i++) {
            boolean comma = i > first && reading.commaAfter(i - 1);
            if (i > first && isHardBefore(i) || comma && isTeller(i)) {
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
            if (i == first && isInverted()) {
                openedAtStart = true;
            } else if (opens(i)) {
                if (i == first) {
                    openedAtStart = true;
                } else if (reading.is(i, grammar.relative) && comma) {
                    outer = id;
                    id = ++last;
                } else {
                    id = ++last;
                }
            }
            clause[i - first] = id;
            mark(i, id);
        }
    }

    private void mark(int i, int id) {
        if (reading.is(i, grammar.condition) || i == first && isInverted()) {
            conditional[id] = true;
        }
        if (reading.is(i, grammar.until)) {
            until[id] = true;
        }
    }

    /** "Should talks fail, Chad will withdraw", "Had Chad attacked, …": a condition. */
    private boolean isInverted() {
        return end - first > 3
                && reading.is(first, grammar.inverts)
                && !reading.isAllCapitals(first)
                && reading.text.charAt(reading.words.end(end - 1) - 1) != '?'
                && hasComma();
    }

    private boolean hasComma() {
        for (int i = first; i + 1 < end; i++) {
            if (reading.commaAfter(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHardBefore(int i) {
        return reading.hasAfter(i - 1, Between.HARD)
                || reading.hasAfter(i - 1, Between.HYPHEN)
                        && reading.hasAfter(i - 1, Between.BLANK);
    }

    /** After a comma, up to the sentence's end: "the army said", "said the minister on Monday". */
    private boolean isTeller(int from) {
        int limit = Math.min(end, from + LONGEST_TELLER);
        boolean short_ = limit == end;
        boolean told = false;
        for (int i = from; i < limit; i++) {
            if (i > from && reading.commaAfter(i - 1)) {
                short_ |= told;
                break;
            }
            Form form = grammar.form(reading.code(i));
            boolean finite = form == Form.PAST || form == Form.THIRD;
            boolean tells = reading.is(i, grammar.speech) || reading.is(i, grammar.tailSpeech);
            if (!told && finite && tells && !reading.is(i - 1, grammar.auxiliary)) {
                // "France, Germany said it would": what is told still follows.
                told = i + 1 >= end || !opensWhatIsTold(i + 1);
            }
        }
        return short_ && told;
    }

    private boolean opensWhatIsTold(int i) {
        return reading.is(i, "that")
                || reading.is(i, grammar.pronoun)
                || verbs.finiteWithin(reading, i, Math.min(end, i + LONGEST_TELLER));
    }

    private boolean opens(int i) {
        if (reading.is(i, grammar.relative) || reading.is(i, grammar.clauseOpener)) {
            return true;
        }
        // Folding each word to a string for the switch would cost more than the rest of this.
        if (!reading.is(i, grammar.clauseJoint)) {
            return false;
        }
        return switch (reading.word(i)) {
            case "since" ->
                    i + 1 >= end
                            || !isTime(i + 1)
                            || reading.is(i + 1, "the")
                                    && verbs.finiteWithin(reading, i + 2, Math.min(end, i + 9));
            case "as" -> opensAs(i);
            case "and", "or" ->
                    verbs.isFinite(reading, i + 1, end)
                            || i + 1 < end && reading.is(i + 1, "that")
                            || i + 2 < end
                                    && isAdverb(reading.word(i + 1))
                                    && verbs.isFinite(reading, i + 2, end)
                            || verbs.opensOwnClause(reading, i + 1, end);
            default -> false;
        };
    }

    private boolean isTime(int i) {
        return reading.is(i, grammar.sinceTime) || Character.isDigit(reading.word(i).charAt(0));
    }

    private boolean opensAs(int i) {
        return !(i + 1 < end && reading.is(i + 1, grammar.afterAs))
                && !(i > first && reading.is(i - 1, grammar.beforeAs))
                && verbs.finiteWithin(reading, i + 1, Math.min(end, i + 7));
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

    /** The first word of the clause's run that ends at that word. */
    int startOf(int word) {
        int start = word;
        while (start > first && same(start - 1, word)) {
            start--;
        }
        return start;
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
