package org.tocsin.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import org.tocsin.core.tag.EventTopic;

/** Writes a model as the tagger reads it; weights too small to tip a sentence are left out. */
final class TermsFile {

    private static final double SMALLEST = 0.25;

    private TermsFile() {}

    static void write(TopicModels models, int samples, Path file) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(
                "# Written by modules/bench/run train from "
                        + samples
                        + " labelled texts: a term or two, its inverse document frequency, what it"
                        + " speaks for.");
        lines.add("\t0" + constants(models));
        Features features = models.features();
        for (int i = 0; i < features.size(); i++) {
            String weights = weights(models, i);
            lines.add(
                    String.format(Locale.ROOT, "%s\t%.2f", features.name(i), features.frequency(i))
                            + weights);
        }
        Files.write(file, lines);
    }

    private static String constants(TopicModels models) {
        var cells = new StringBuilder();
        for (String topic : EventTopic.ids()) {
            cells.append(cell(topic, models.bias(topic)));
        }
        return cells.toString();
    }

    private static String weights(TopicModels models, int feature) {
        var cells = new StringBuilder();
        for (String topic : EventTopic.ids()) {
            double weight = models.weight(topic, feature);
            if (Math.abs(weight) >= SMALLEST) {
                cells.append(cell(topic, weight));
            }
        }
        return cells.toString();
    }

    private static String cell(String topic, double weight) {
        return String.format(Locale.ROOT, "\t%s:%.2f", topic, weight);
    }
}
