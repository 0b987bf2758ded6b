package org.tocsin.core.watch;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.Program;
import org.tocsin.core.watch.query.Query;

/**
 * What a rule asks, and where. Rules that ask the same share one question: of thousands of
 * watchlists many differ in their owner alone.
 */
public final class Question {

    private final Query query;
    private final Scope scope;
    private final String id;
    private final List<Clause> clauses;
    private final BitSet positive = new BitSet();
    private final BitSet negative = new BitSet();

    /** One, or one for each part of THEN. */
    private final List<Program> steps;

    private Question(Query query, Scope scope, String id) {
        this.query = query;
        this.scope = scope;
        this.id = id;
        var different = new LinkedHashMap<String, Clause>();
        Map<String, Integer> numbers = new HashMap<>();
        query.eachClause(
                true,
                (clause, isPositive) -> {
                    different.putIfAbsent(clause.key(), clause);
                    int number = numbers.computeIfAbsent(clause.key(), key -> numbers.size());
                    (isPositive ? positive : negative).set(number);
                });
        this.clauses = List.copyOf(different.values());
        List<Query> parts = query instanceof Query.Then then ? then.parts() : List.of(query);
        this.steps =
                parts.stream()
                        .map(part -> Program.of(part, clause -> numbers.get(clause.key())))
                        .toList();
    }

    /** {@code within} is the scope as it is written. */
    static Question of(Query query, Scope scope, String within) {
        return new Question(query, scope, ArticleId.hex(query.print(), within).substring(0, 16));
    }

    /** The same question in other instances of its clauses. */
    public Question with(UnaryOperator<Clause> same) {
        return new Question(query.with(same), scope, id);
    }

    public Query query() {
        return query;
    }

    public Scope scope() {
        return scope;
    }

    /** Stays the same as long as the question is written the same. */
    public String id() {
        return id;
    }

    /** The different clauses from left to right; a clause's number is its place here. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** False for a clause that stands only below NOT. */
    public boolean asksFor(int clause) {
        return positive.get(clause);
    }

    /** How many questions are asked, each of a later telling than the one before (THEN). */
    int steps() {
        return steps.size();
    }

    /** Whether that one of them is answered where just those clauses hold. */
    boolean holds(int step, BitSet truth) {
        Program program = steps.get(step);
        return (program.run(clause -> truth.get(clause) ? 1 : 0, Program.stack()) & 1) != 0;
    }

    /**
     * Whether it can be answered where all that is heard holds these clauses between it. False is
     * certain.
     */
    boolean mayHold(BitSet heard) {
        if (positive.intersects(negative)) {
            return true;
        }
        var asked = (BitSet) heard.clone();
        asked.and(positive);
        return IntStream.range(0, steps.size()).allMatch(step -> holds(step, asked));
    }

    /** The fewest clauses that would have to be otherwise for it to be answered. */
    int missing(BitSet truth) {
        var keys = clauses.stream().map(Clause::key).toList();
        return new Nearness(clause -> keys.indexOf(clause.key()), truth::get).missing(query, true);
    }

    /** Whether a telling answers alone; of several steps it can answer but one. */
    boolean holds(BitSet truth) {
        return steps.size() == 1 && holds(0, truth);
    }

    /** Also means the same actors, whom a name may have stood for at another time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Question that
                && id.equals(that.id)
                && scope.equals(that.scope)
                && query.equals(that.query);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
