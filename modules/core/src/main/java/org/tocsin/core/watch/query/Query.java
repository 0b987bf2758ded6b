package org.tocsin.core.watch.query;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A Boolean expression over {@link Clause}s. Conjunctions and disjunctions are flat. */
public sealed interface Query permits Query.Then, Query.And, Query.Or, Query.Not, Clause {

    /** The rule in canonical form: parsing it again gives this very tree. */
    String print();

    /** Whether the expression is true where a clause is as {@code truth} says. */
    boolean holds(Predicate<? super Clause> truth);

    /** Shows every clause from left to right, with false for those below an odd number of NOTs. */
    void eachClause(boolean positive, ClauseVisitor visitor);

    /** The same with other clauses in the places of these. */
    Query with(UnaryOperator<Clause> clauses);

    /** What {@link #eachClause} calls. */
    @FunctionalInterface
    interface ClauseVisitor {
        void visit(Clause clause, boolean positive);
    }

    /**
     * Each is answered by a telling of its own, and each of these is later than the one before.
     * What one telling says can never be enough, so it {@link #holds} nowhere.
     */
    record Then(List<Query> parts) implements Query {
        public Then {
            parts = List.copyOf(parts);
        }

        @Override
        public String print() {
            return parts.stream().map(Query::print).collect(Collectors.joining(" THEN "));
        }

        @Override
        public Query with(UnaryOperator<Clause> clauses) {
            return new Then(parts.stream().map(part -> part.with(clauses)).toList());
        }

        @Override
        public boolean holds(Predicate<? super Clause> truth) {
            return false;
        }

        @Override
        public void eachClause(boolean positive, ClauseVisitor visitor) {
            parts.forEach(each(positive, visitor));
        }
    }

    /** All of them hold. */
    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String print() {
            return parts.stream()
                    .map(part -> part instanceof Or ? "(" + part.print() + ")" : part.print())
                    .collect(Collectors.joining(" AND "));
        }

        @Override
        public Query with(UnaryOperator<Clause> clauses) {
            return new And(parts.stream().map(part -> part.with(clauses)).toList());
        }

        @Override
        public boolean holds(Predicate<? super Clause> truth) {
            for (Query part : parts) {
                if (!part.holds(truth)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void eachClause(boolean positive, ClauseVisitor visitor) {
            parts.forEach(each(positive, visitor));
        }
    }

    /** At least one of them holds. */
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public String print() {
            return parts.stream().map(Query::print).collect(Collectors.joining(" OR "));
        }

        @Override
        public Query with(UnaryOperator<Clause> clauses) {
            return new Or(parts.stream().map(part -> part.with(clauses)).toList());
        }

        @Override
        public boolean holds(Predicate<? super Clause> truth) {
            for (Query part : parts) {
                if (part.holds(truth)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void eachClause(boolean positive, ClauseVisitor visitor) {
            parts.forEach(each(positive, visitor));
        }
    }

    /** It does not hold in the same unit. */
    record Not(Query part) implements Query {
        @Override
        public String print() {
            boolean single = part instanceof Clause || part instanceof Not;
            return single ? "NOT " + part.print() : "NOT (" + part.print() + ")";
        }

        @Override
        public Query with(UnaryOperator<Clause> clauses) {
            return new Not(part.with(clauses));
        }

        @Override
        public boolean holds(Predicate<? super Clause> truth) {
            return !part.holds(truth);
        }

        @Override
        public void eachClause(boolean positive, ClauseVisitor visitor) {
            part.eachClause(!positive, visitor);
        }
    }

    private static Consumer<Query> each(boolean positive, ClauseVisitor visitor) {
        return part -> part.eachClause(positive, visitor);
    }
}
