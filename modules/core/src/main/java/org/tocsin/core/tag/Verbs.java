package org.tocsin.core.tag;

/** What can be told of verbs without a parser: known forms, and the auxiliaries before them. */
final class Verbs {

    private static final int REACH_OF_SUBJECT = 8;
    private static final int REACH_BACK = 12;

    private final Grammar grammar;

    Verbs(Grammar grammar) {
        this.grammar = grammar;
    }

    /** A past form or an auxiliary stands at that word. */
    boolean isFinite(Reading reading, int at, int end) {
        // "IS fighters" is no verb.
        if (at >= end
                || reading.isAllCapitals(at)
                        && reading.words.end(at) - reading.words.start(at) > 1) {
            return false;
        }
        int code = reading.code(at);
        if (grammar.auxiliary.has(code)) {
            return true;
        }
        Form form = grammar.form(code);
        if (form == Form.PAST) {
            return at + 1 >= end || !reading.is(at + 1, "by");
        }
        return form == Form.THIRD
                && !(at > 0 && reading.is(at - 1, grammar.beforeNoun))
                && !grammar.nounInS.has(code);
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
        if (reading.is(from, grammar.pronoun)) {
            return true;
        }
        boolean name =
                reading.isCapital(from)
                        || reading.is(from, grammar.determiner)
                        || reading.is(from, "its");
        if (!name) {
            return false;
        }
        for (int i = from + 1; i < Math.min(end, from + REACH_OF_SUBJECT); i++) {
            if (reading.commaAfter(i - 1)
                    || reading.is(i, grammar.relative)
                    || reading.is(i, grammar.clauseOpener)
                    || reading.is(i, "that")) {
                return false;
            }
            if (isFinite(reading, i, end)) {
                return hasVerbBefore(reading, from);
            }
        }
        return false;
    }

    /** In "Russia and Turkey agreed" the verb belongs to both: no verb stands before the "and". */
    private boolean hasVerbBefore(Reading reading, int from) {
        for (int i = from - 2; i >= 0 && i >= from - REACH_BACK; i--) {
            if (isFinite(reading, i, from)) {
                return true;
            }
            if (reading.hasAfter(i, Between.STOP)
                    && reading.hasAfter(i, Between.BLANK | Between.LINE)) {
                break;
            }
        }
        return false;
    }
}
