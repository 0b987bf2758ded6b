package org.tocsin.bench.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.core.tag.Modality;

/**
 * One logistic regression a modality over what surrounds an event, with an L2 penalty (Fan et al.,
 * LIBLINEAR, 2008). Without constants: what the rules claim is one of the features of every event.
 */
final class ModalityModels {

    private static final double COST = 4;
    private static final double PRECISION = 0.01;
    private static final int FEWEST = 2;

    /** Weights below it are left out of the file. */
    private static final double SMALLEST = 0.08;

    private static final double LENGTH = 3;
    private static final Modality[] MODALITIES = Modality.values();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final String[] names;
    private final Model model;

    ModalityModels(List<Event> events) {
        var counts = new TreeMap<String, Integer>();
        events.forEach(
                event ->
                        event.terms().surroundings().stream()
                                .distinct()
                                .forEach(one -> counts.merge(one, 1, Integer::sum)));
        counts.values().removeIf(count -> count < FEWEST);
        names = counts.keySet().toArray(String[]::new);
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i);
        }
        model = Linear.train(problem(events), new Parameter(SolverType.L2R_LR, COST, PRECISION));
    }

    private Problem problem(List<Event> events) {
        var problem = new Problem();
        problem.l = events.size();
        problem.n = names.length;
        problem.bias = -1;
        problem.x = events.stream().map(this::vector).toArray(Feature[][]::new);
        problem.y = events.stream().mapToDouble(event -> event.label().ordinal()).toArray();
        return problem;
    }

    /** Of one length however many there are; liblinear counts from 1. */
    private Feature[] vector(Event event) {
        int[] known =
                event.terms().surroundings().stream()
                        .map(numbers::get)
                        .filter(number -> number != null)
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .sorted()
                        .toArray();
        double value = LENGTH / Math.sqrt(known.length + 1.0);
        var vector = new Feature[known.length];
        for (int i = 0; i < known.length; i++) {
            vector[i] = new FeatureNode(known[i] + 1, value);
        }
        return vector;
    }

    Modality of(Event event) {
        return MODALITIES[(int) Linear.predict(model, vector(event))];
    }

    /** Writes it as the tagger reads it; how many surroundings it knows. */
    int write(int events, Path file) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(
                "# Written by modules/bench/run modalities from "
                        + events
                        + " labelled events: what surrounds an event, and what it speaks for.");
        for (int i = 0; i < names.length; i++) {
            String weights = weights(i);
            if (!weights.isEmpty()) {
                lines.add(names[i] + weights);
            }
        }
        Files.write(file, lines);
        return lines.size() - 1;
    }

    private String weights(int feature) {
        var cells = new StringBuilder();
        int[] labels = model.getLabels();
        for (int i = 0; i < labels.length; i++) {
            double weight = model.getDecfunCoef(feature + 1, i);
            if (Math.abs(weight) >= SMALLEST) {
                cells.append(
                        String.format(Locale.ROOT, "\t%s:%.2f", MODALITIES[labels[i]], weight));
            }
        }
        return cells.toString();
    }
}
