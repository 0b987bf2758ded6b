package org.tocsin.core.watch;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.Query;

/** How far an expression is from being answered, counted in clauses. */
final class Nearness {

    private final ToIntFunction<Clause> numbers;
    private final IntPredicate truth;

    Nearness(ToIntFunction<Clause> numbers, IntPredicate truth) {
        this.numbers = numbers;
        this.truth = truth;
    }

    /**
     * The fewest clauses that would have to be otherwise for the expression to be as wanted; a
     * clause that stands twice counts twice.
     */
    int missing(Query query, boolean wanted) {
        if (query instanceof Query.And and) {
            return wanted ? ofAll(and.parts(), true) : ofNearest(and.parts(), false);
        }
        if (query instanceof Query.Or or) {
            return wanted ? ofNearest(or.parts(), true) : ofAll(or.parts(), false);
        }
        if (query instanceof Query.Then then) {
            // One telling answers one step, so the nearest of them is what it lacks.
            return ofNearest(then.parts(), wanted);
        }
        if (query instanceof Query.Not not) {
            return missing(not.part(), !wanted);
        }
        return truth.test(numbers.applyAsInt((Clause) query)) == wanted ? 0 : 1;
    }

    private int ofAll(List<Query> parts, boolean wanted) {
        return parts.stream().mapToInt(part -> missing(part, wanted)).sum();
    }

    private int ofNearest(List<Query> parts, boolean wanted) {
        return parts.stream().mapToInt(part -> missing(part, wanted)).min().orElse(0);
    }
}
