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
    private boolean anyCondition;

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
        int main = 0;
        int outer = -1;
        boolean openedAtStart = false;
        for (int i = first; i < end; i++) {
            boolean comma = i > first && reading.commaAfter(i - 1);
            if (i > first && isHardBefore(i) || comma && isTeller(i)) {
                id = ++last;
                main = id;
                outer = -1;
                openedAtStart = false;
            } else if (outer >= 0 && comma) {
                id = outer;
                outer = -1;
            } else if (openedAtStart && comma) {
                id = ++last;
                main = id;
                openedAtStart = false;
            } else if (comma && isHelper(i)) {
                // "Mali, in which rebels had met, has sent": back to what began it all.
                id = main;
            }
            int joint = grammar.joints.of(reading.code(i));
            boolean inverted = i == first && isInverted();
            if (inverted) {
                openedAtStart = true;
            } else if (isInvertedAfter(i)) {
                inverted = true;
                id = ++last;
            } else if (joint != 0 && opens(i, joint)) {
                if (i == first) {
                    openedAtStart = true;
                } else if (comma && (joint & Joints.RELATIVE) != 0) {
                    outer = id;
                    id = ++last;
                } else {
                    id = ++last;
                }
            }
            clause[i - first] = id;
            boolean condition = inverted || (joint & Joints.CONDITION) != 0;
            conditional[id] |= condition;
            anyCondition |= condition && !reading.is(i, "whether");
            until[id] |= (joint & Joints.UNTIL) != 0;
        }
    }

    /** Opens no clause: its subject stands before. */
    private boolean isHelper(int i) {
        return reading.is(i, grammar.auxiliary) && grammar.joints.of(reading.code(i)) == 0;
    }

    /** "Should talks fail, Chad will withdraw", "Had Chad attacked, …": a condition. */
    private boolean isInverted() {
        return end - first > 3
                && reading.is(first, grammar.inverts)
                && !reading.isAllCapitals(first)
                && reading.text.charAt(reading.words.end(end - 1) - 1) != '?'
                && hasComma();
    }

    /** "will close the post should they cross again": a condition behind what hangs on it. */
    private boolean isInvertedAfter(int i) {
        return i > first + 2
                && i + 2 < end
                && reading.is(i, "should")
                && (reading.is(i + 1, grammar.pronoun) || reading.is(i + 1, grammar.determiner))
                && reading.blankAfter(i - 1)
                && !reading.is(i - 1, grammar.relative)
                && !reading.is(i - 1, grammar.clauseOpener)
                && !reading.is(i - 1, grammar.conjunction)
                && reading.text.charAt(reading.words.end(end - 1) - 1) != '?';
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
                || verbs.finiteWithin(reading, i, commaAfter(i));
    }

    /** The word after the next comma; no further than a teller reaches. */
    private int commaAfter(int from) {
        int limit = Math.min(end, from + LONGEST_TELLER);
        for (int i = from; i < limit; i++) {
            if (reading.commaAfter(i)) {
                return i + 1;
            }
        }
        return limit;
    }

    private boolean opens(int i, int joint) {
        if ((joint & (Joints.RELATIVE | Joints.OPENER)) != 0) {
            return true;
        }
        if ((joint & Joints.MAYBE) == 0) {
            return false;
        }
        if (reading.is(i, "since")) {
            return i + 1 >= end
                    || !isTime(i + 1)
                    || reading.is(i + 1, "the")
                            && verbs.finiteWithin(reading, i + 2, Math.min(end, i + 9));
        }
        return reading.is(i, "as") ? opensAs(i) : isJoint(i) && opensAfterJoint(i);
    }

    private boolean isJoint(int i) {
        return reading.is(i, "and") || reading.is(i, "or");
    }

    private boolean opensAfterJoint(int i) {
        return verbs.isFinite(reading, i + 1, end)
                || i + 1 < end && reading.is(i + 1, "that")
                || i + 2 < end && isAdverb(i + 1) && verbs.isFinite(reading, i + 2, end)
                || verbs.opensOwnClause(reading, i + 1, end);
    }

    private boolean isTime(int i) {
        return reading.is(i, grammar.sinceTime) || Character.isDigit(reading.word(i).charAt(0));
    }

    private boolean opensAs(int i) {
        return !(i + 1 < end && reading.is(i + 1, grammar.afterAs))
                && !(i > first && reading.is(i - 1, grammar.beforeAs))
                && verbs.finiteWithin(reading, i + 1, Math.min(end, i + 7));
    }

    private boolean isAdverb(int i) {
        return reading.endsWith(i, "ly")
                || reading.is(i, "then")
                || reading.is(i, "later")
                || reading.is(i, "also");
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

    /** Something hangs on an "if" or "unless"; "whether" only leaves open what it opens. */
    boolean anyConditional() {
        return anyCondition;
    }
}
