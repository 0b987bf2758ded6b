package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A rule as a row of steps for a stack, to be asked of 64 places at once: a bit is set where the
 * clause, and at the end the rule, holds. A step at or above 0 looks a clause up.
 */
public final class Program {

    private static final int NOT = -1;
    private static final int AND = -2;
    private static final int OR = -3;

    /** Each level of parentheses leaves at most one value waiting, as does the clause itself. */
    private static final int DEEPEST = 2 * QueryParser.DEEPEST + 4;

    private final int[] steps;

    private Program(int[] steps) {
        this.steps = steps;
    }

    /** The bits of 64 places where that clause holds. */
    @FunctionalInterface
    public interface Truth {
        long of(int clause);
    }

    /**
     * @param number what a clause is called when its truth is asked, from 0
     */
    public static Program of(Query query, ToIntFunction<Clause> number) {
        var steps = new ArrayList<Integer>();
        add(query, number, steps);
        return new Program(steps.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Room for {@link #run}. */
    public static long[] stack() {
        return new long[DEEPEST];
    }

    /** The bits of the places where the rule holds; {@code stack} is from {@link #stack()}. */
    public long run(Truth truth, long[] stack) {
        int top = -1;
        for (int step : steps) {
            switch (step) {
                case NOT -> stack[top] = ~stack[top];
                case AND -> {
                    top--;
                    stack[top] &= stack[top + 1];
                }
                case OR -> {
                    top--;
                    stack[top] |= stack[top + 1];
                }
                default -> stack[++top] = truth.of(step);
            }
        }
        return stack[0];
    }

    private static void add(Query query, ToIntFunction<Clause> number, List<Integer> steps) {
        if (query instanceof Clause clause) {
            steps.add(number.applyAsInt(clause));
        } else if (query instanceof Query.Not not) {
            add(not.part(), number, steps);
            steps.add(NOT);
        } else if (query instanceof Query.And and) {
            addAll(and.parts(), AND, number, steps);
        } else if (query instanceof Query.Or or) {
            addAll(or.parts(), OR, number, steps);
        } else {
            // Each part is asked by itself; of the whole this much is true where one telling
            // answers.
            addAll(((Query.Then) query).parts(), OR, number, steps);
        }
    }

    private static void addAll(
            List<Query> parts, int joint, ToIntFunction<Clause> number, List<Integer> steps) {
        for (int i = 0; i < parts.size(); i++) {
            add(parts.get(i), number, steps);
            if (i > 0) {
                steps.add(joint);
            }
        }
    }
}
