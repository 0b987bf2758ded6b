package org.tocsin.core.tag;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How likely an event has each modality, by what surrounds it: one logistic regression a modality
 * over the {@link Surroundings}, of which the claim of the rules is one (stacked generalisation,
 * Wolpert 1992). Trained on the labelled texts of {@code modules/bench}, and shipped as {@code
 * modalities.tsv}, where a linguist can read what each speaks for.
 */
final class ModalityModel {

    static final int MODALITIES = Modality.values().length;

    private static final Map<String, Modality> NAMES =
            Stream.of(Modality.values()).collect(Collectors.toUnmodifiableMap(Enum::name, m -> m));

    private final Vocabulary features;
    private final TermNumbers numbers;
    private final float[] rows;

    /**
     * @param lines of {@code modalities.tsv}: a surrounding as written and {@code MODALITY:weight}
     *     ...
     */
    ModalityModel(List<String> lines, TermNumbers numbers) {
        this.numbers = numbers;
        features = new Vocabulary(Integer.highestOneBit(lines.size() + 1) * 2);
        rows = new float[MODALITIES * (lines.size() + 2)];
        for (String line : lines) {
            String[] cells = line.split("\t");
            int row = MODALITIES * features.add(Surrounding.hash(cells[0], numbers::ofTerm));
            for (int i = 1; i < cells.length; i++) {
                int colon = cells[i].indexOf(':');
                Modality modality = NAMES.get(cells[i].substring(0, colon));
                rows[row + modality.ordinal()] += Float.parseFloat(cells[i].substring(colon + 1));
            }
        }
    }

    Terms terms() {
        return new Terms(numbers);
    }

    /** The number of what has that hash; {@link Vocabulary#UNKNOWN} where the model has none. */
    int of(long hash) {
        return features.of(hash);
    }

    float weight(int feature, Modality modality) {
        return rows[MODALITIES * feature + modality.ordinal()];
    }

    void addTo(float[] sums, int feature) {
        for (int i = 0; i < MODALITIES; i++) {
            sums[i] += rows[MODALITIES * feature + i];
        }
    }
}
