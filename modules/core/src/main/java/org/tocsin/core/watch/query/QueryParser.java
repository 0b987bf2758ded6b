package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.core.lexicon.Lexicon;

/**
 * Reads a rule: {@code then = or {THEN or}}, {@code or = and {OR and}}, {@code and = not {AND
 * not}}, {@code not = NOT not | near}, {@code near = part [NEAR/n part]}, {@code part = ( or ) |
 * clause}.
 *
 * <p>The limits keep a rule from a size at which nobody could still read it, long before it would
 * trouble the machine.
 */
public final class QueryParser {

    /** Letters of a rule. */
    public static final int LONGEST = 8_000;

    public static final int MOST_CLAUSES = 256;

    /** Parentheses and NOTs within one another. */
    public static final int DEEPEST = 32;

    /** Words between the operands of NEAR and in {@code ~n}. */
    public static final int FARTHEST = 100;

    private static final Pattern NEAR = Pattern.compile("NEAR/(\\d{1,9})");

    private final Tokens tokens;
    private final ClauseParser clauses;
    private final Faults faults = new Faults();
    private final Map<Query, Integer> starts;
    private final Map<Query, int[]> places = new IdentityHashMap<>();
    private int clauseCount;
    private int firstThen;

    private QueryParser(Tokens tokens, Lexicon lexicon, Map<Query, Integer> starts) {
        this.tokens = tokens;
        this.starts = starts;
        this.clauses = new ClauseParser(tokens, lexicon, faults);
    }

    /**
     * The rule as a tree.
     *
     * @param reach over more than one article two languages do not contradict each other, over a
     *     span of time one thing may be asked to come after another
     */
    public static Query parse(String text, Lexicon lexicon, Reach reach) throws BadQuery {
        return parse(text, lexicon, reach, new IdentityHashMap<>());
    }

    /** The same, and where in the text each part of the tree begins. */
    static Query parse(String text, Lexicon lexicon, Reach reach, Map<Query, Integer> starts)
            throws BadQuery {
        if (text.length() > LONGEST) {
            throw new BadQuery(LONGEST, "longer than " + LONGEST + " letters; split the watchlist");
        }
        var parser = new QueryParser(Tokens.of(text), lexicon, starts);
        Query query = parser.whole();
        if (query instanceof Query.Then && reach != Reach.SPAN) {
            parser.faults.note(
                    new BadQuery(
                            parser.firstThen,
                            "THEN needs a span of time; write within: PT6H or another duration"));
        }
        parser.faults.refuse();
        new Sense(parser.starts, reach).check(query);
        return query;
    }

    /**
     * The rule as a tree in which nobody is looked up and nothing is weighed: for those who ask
     * only what else it names, and have no lexicon.
     */
    public static Query outline(String text) throws BadQuery {
        return placed(text).query();
    }

    /** {@code places} are where each part stands: its start and its end, by identity. */
    record Placed(Query query, Map<Query, int[]> places) {}

    /** The {@link #outline} of a rule, with the places of all its parts. */
    static Placed placed(String text) throws BadQuery {
        var parser = new QueryParser(Tokens.of(text), null, new IdentityHashMap<>());
        Query query = parser.whole();
        parser.faults.refuse();
        return new Placed(query, parser.places);
    }

    /** Null where a fault of shape ends the reading. */
    private Query whole() {
        try {
            Query query = then();
            expectEnd();
            return query;
        } catch (BadQuery e) {
            faults.end(e);
            return null;
        }
    }

    private Query then() throws BadQuery {
        int start = tokens.peek().start();
        var parts = new ArrayList<Query>();
        parts.add(or(0));
        while (tokens.peek().isWord("THEN")) {
            firstThen = parts.size() == 1 ? tokens.peek().start() : firstThen;
            tokens.take();
            parts.add(or(0));
        }
        return placed(start, parts.size() == 1 ? parts.get(0) : new Query.Then(parts));
    }

    private Query or(int depth) throws BadQuery {
        int start = tokens.peek().start();
        var parts = new ArrayList<Query>();
        do {
            Query part = and(depth);
            parts.addAll(part instanceof Query.Or inner ? inner.parts() : List.of(part));
        } while (takeOperator("OR"));
        return placed(start, parts.size() == 1 ? parts.get(0) : new Query.Or(parts));
    }

    private Query and(int depth) throws BadQuery {
        int start = tokens.peek().start();
        var parts = new ArrayList<Query>();
        do {
            Query part = not(depth);
            parts.addAll(part instanceof Query.And inner ? inner.parts() : List.of(part));
        } while (takeOperator("AND"));
        return placed(start, parts.size() == 1 ? parts.get(0) : new Query.And(parts));
    }

    private Query not(int depth) throws BadQuery {
        Token first = tokens.peek();
        if (!takeOperator("NOT")) {
            return near(depth);
        }
        return placed(first.start(), new Query.Not(not(deeper(first, depth))));
    }

    private Query near(int depth) throws BadQuery {
        Token start = tokens.peek();
        Query left = part(depth);
        Token operator = tokens.peek();
        if (operator.kind() != Token.Kind.WORD || !operator.text().startsWith("NEAR")) {
            return left;
        }
        tokens.take();
        int distance = distance(operator);
        Token second = tokens.peek();
        Query right = part(depth);
        var near = new NearClause(operand(left, start), operand(right, second), distance);
        if (tokens.peek().kind() == Token.Kind.WORD && tokens.peek().text().startsWith("NEAR")) {
            throw new BadQuery(
                    tokens.peek().start(), "NEAR joins two; write (a NEAR/5 b) AND (b NEAR/5 c)");
        }
        return placed(start.start(), near);
    }

    private int distance(Token operator) throws BadQuery {
        Matcher near = NEAR.matcher(operator.text());
        if (!near.matches()) {
            throw new BadQuery(operator.start(), "expected the number of words, as in NEAR/5");
        }
        return clauses.bounded(operator.start(), near.group(1));
    }

    private static Clause operand(Query query, Token at) throws BadQuery {
        if (query instanceof Clause clause
                && !clause.isAboutArticle()
                && !(clause instanceof NearClause)) {
            return clause;
        }
        throw new BadQuery(
                at.start(),
                "NEAR takes a word, a phrase, an actor, a type or an event on each side");
    }

    private Query part(int depth) throws BadQuery {
        Token first = tokens.peek();
        if (tokens.takeIf("(")) {
            Query inner = or(deeper(first, depth));
            Token closing = tokens.peek();
            if (closing.isWord("THEN")) {
                throw new BadQuery(
                        closing.start(), "THEN joins whole questions; it stands in no parentheses");
            }
            if (!tokens.takeIf(")")) {
                throw new BadQuery(
                        closing.start(),
                        "expected AND, OR or ')'" + found(closing) + joined(closing));
            }
            return inner;
        }
        if (++clauseCount > MOST_CLAUSES) {
            throw new BadQuery(
                    first.start(), "more than " + MOST_CLAUSES + " clauses; split the watchlist");
        }
        return placed(first.start(), clauses.clause());
    }

    private static int deeper(Token at, int depth) throws BadQuery {
        if (depth == DEEPEST) {
            throw new BadQuery(at.start(), "nested deeper than " + DEEPEST + " levels");
        }
        return depth + 1;
    }

    private boolean takeOperator(String operator) {
        boolean found = tokens.peek().isWord(operator);
        if (found) {
            tokens.take();
        }
        return found;
    }

    private void expectEnd() throws BadQuery {
        Token next = tokens.peek();
        if (next.is(")")) {
            throw new BadQuery(next.start(), "this ')' closes nothing");
        }
        if (next.kind() != Token.Kind.END) {
            throw new BadQuery(
                    next.start(), "expected AND, OR, THEN or the end" + found(next) + joined(next));
        }
    }

    private static String found(Token token) {
        return ", found " + token.shown();
    }

    /**
     * Why two clauses side by side are refused: half of all readers take it for AND, half for OR.
     */
    private static String joined(Token token) {
        String word = token.text();
        if (token.is("|")) {
            return "; write OR";
        }
        boolean small =
                word.equalsIgnoreCase("and")
                        || word.equalsIgnoreCase("or")
                        || word.equalsIgnoreCase("then")
                        || word.regionMatches(true, 0, "near/", 0, 5);
        if (token.kind() == Token.Kind.WORD && small) {
            return "; did you mean " + word.toUpperCase(java.util.Locale.ROOT) + "?";
        }
        if (token.kind() == Token.Kind.WORD && word.equalsIgnoreCase("not")) {
            return "; did you mean AND NOT?";
        }
        boolean clause = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED;
        return clause || token.is("(") ? "; clauses are joined by AND or OR" : "";
    }

    private Query placed(int start, Query query) {
        starts.putIfAbsent(query, start);
        places.putIfAbsent(query, new int[] {start, tokens.last().end()});
        return query;
    }
}
