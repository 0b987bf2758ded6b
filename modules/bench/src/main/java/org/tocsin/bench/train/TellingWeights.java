package org.tocsin.bench.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.dedupe.Question;

/**
 * A logistic regression over the answers that pairs of tellings give, with an L2 penalty (Fan et
 * al., LIBLINEAR, 2008). Invented pairs are many and much alike: {@value #ALIKE} of them count as
 * one that somebody has written.
 */
final class TellingWeights {

    private static final int ALIKE = 10;
    private static final double COST = 2;
    private static final double PRECISION = 0.001;

    private final double[] weights = new double[Question.values().length];

    TellingWeights(List<Pair> written, List<Pair> invented) {
        var pairs = new ArrayList<>(written);
        for (int i = 0; i < invented.size(); i += ALIKE) {
            pairs.add(invented.get(i));
        }
        var problem = new Problem();
        problem.l = pairs.size();
        problem.n = weights.length;
        problem.bias = -1;
        problem.x = pairs.stream().map(TellingWeights::vector).toArray(Feature[][]::new);
        problem.y = pairs.stream().mapToDouble(pair -> pair.together() ? 1 : 0).toArray();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sign * model.getFeatureWeights()[i];
        }
    }

    /** Liblinear counts from 1. */
    private static Feature[] vector(Pair pair) {
        double[] answers = pair.compared().answers();
        var vector = new Feature[answers.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = new FeatureNode(i + 1, answers[i]);
        }
        return vector;
    }

    double of(Question question) {
        return weights[question.ordinal()];
    }

    double odds(Pair pair) {
        double[] answers = pair.compared().answers();
        double odds = 0;
        for (int i = 0; i < weights.length; i++) {
            odds += weights[i] * answers[i];
        }
        return odds;
    }
}
