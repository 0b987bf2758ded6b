package org.tocsin.bench.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.core.tag.EventTopic;

/**
 * One logistic regression a topic, with an L2 penalty (Fan et al., LIBLINEAR, 2008). A text that
 * tells the topic counts {@value #RARER} times as much as one that does not, as there are far fewer
 * of them; a text in which it is arguable is left out.
 */
final class TopicModels {

    private static final double COST = 200;
    private static final double RARER = 3;
    private static final double PRECISION = 0.01;
    private static final double TELLS = 1;

    /** The log-odds of a topic that no text tells. */
    private static final double UNHEARD_OF = -10;

    private static final double SILENT = -1;

    private final Features features;
    private final Map<String, double[]> weights = new TreeMap<>();
    private final Map<String, Double> biases = new TreeMap<>();

    /**
     * Trained twice: first on whole texts, since nobody has labelled their sentences; then on the
     * sentences one by one, of which those tell a topic that the first model holds for it (the
     * instances of Dietterich et al., 1997, found as by Andrews et al., 2002).
     */
    static TopicModels of(List<Sample> samples) {
        var ofTexts = new TopicModels(samples);
        return new TopicModels(
                samples.stream().flatMap(sample -> sample.sentences(ofTexts).stream()).toList());
    }

    private TopicModels(List<Sample> samples) {
        features = new Features(samples);
        List<Feature[]> vectors =
                samples.stream().map(sample -> features.vector(sample.allFeatures())).toList();
        for (String topic : EventTopic.ids()) {
            train(topic, samples, vectors);
        }
    }

    private void train(String topic, List<Sample> samples, List<Feature[]> vectors) {
        var chosen = new ArrayList<Feature[]>();
        var labels = new ArrayList<Double>();
        for (int i = 0; i < samples.size(); i++) {
            Labelled labelled = samples.get(i).labelled();
            if (!labelled.arguable().contains(topic)) {
                chosen.add(vectors.get(i));
                labels.add(labelled.wanted().contains(topic) ? TELLS : SILENT);
            }
        }
        if (!labels.contains(TELLS)) {
            weights.put(topic, new double[features.size()]);
            biases.put(topic, UNHEARD_OF);
            return;
        }
        Model model = Linear.train(problem(chosen, labels), parameter());
        // The weights speak for the label that the solver met first.
        double side = model.getLabels()[0] == (int) TELLS ? 1 : -1;
        var ofTopic = new double[features.size()];
        for (int i = 0; i < ofTopic.length; i++) {
            ofTopic[i] = side * model.getFeatureWeights()[i];
        }
        weights.put(topic, ofTopic);
        biases.put(topic, side * model.getFeatureWeights()[features.size()]);
    }

    private Problem problem(List<Feature[]> vectors, List<Double> labels) {
        var problem = new Problem();
        problem.l = vectors.size();
        problem.n = features.size() + 1;
        problem.bias = 1;
        problem.y = labels.stream().mapToDouble(Double::doubleValue).toArray();
        problem.x = new Feature[problem.l][];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = withBias(vectors.get(i));
        }
        return problem;
    }

    private Feature[] withBias(Feature[] vector) {
        var all = Arrays.copyOf(vector, vector.length + 1);
        all[vector.length] = new FeatureNode(features.size() + 1, 1);
        return all;
    }

    private static Parameter parameter() {
        var parameter = new Parameter(SolverType.L2R_LR, COST, PRECISION);
        parameter.setWeights(new double[] {RARER, 1}, new int[] {(int) TELLS, (int) SILENT});
        return parameter;
    }

    /** How likely a sentence with those features tells of the topic, from 0 to 1. */
    double likelihood(String topic, Collection<String> ofSentence) {
        double odds = biases.get(topic);
        double[] ofTopic = weights.get(topic);
        for (Feature feature : features.vector(ofSentence)) {
            odds += feature.getValue() * ofTopic[feature.getIndex() - 1];
        }
        return 1 / (1 + Math.exp(-odds));
    }

    Features features() {
        return features;
    }

    double weight(String topic, int feature) {
        return weights.get(topic)[feature];
    }

    double bias(String topic) {
        return biases.get(topic);
    }
}
