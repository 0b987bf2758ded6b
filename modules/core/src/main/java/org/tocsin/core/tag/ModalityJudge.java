package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hears the {@link ModalityModel} on what the rules claim of an event: where it holds another
 * modality for likelier, that one is told. Of one thread.
 */
final class ModalityJudge {

    private static final Modality[] MODALITIES = Modality.values();

    private final ModalityModel model;
    private final Terms terms;
    private final Surroundings around;
    private final float[] sums = new float[ModalityModel.MODALITIES];

    /** By the claims of the rules what surrounds their events; null where the model is heard. */
    private final Map<Claims.Claim, List<String>> noted;

    private ModalityJudge(ModalityModel model, Map<Claims.Claim, List<String>> noted) {
        this.model = model;
        this.noted = noted;
        terms = model.terms();
        around = new Surroundings(terms);
    }

    static ModalityJudge of(ModalityModel model) {
        return new ModalityJudge(model, null);
    }

    /**
     * One that leaves the claims of the rules and notes what the model is to be trained on.
     *
     * @param noted by identity, since two events may be claimed alike
     */
    static ModalityJudge noting(
            ModalityModel model, IdentityHashMap<Claims.Claim, List<String>> noted) {
        return new ModalityJudge(model, noted);
    }

    /** The sentence whose events are judged next: the words {@code first} up to {@code end}. */
    void read(Reading reading, List<Found> named, int first, int end) {
        terms.read(reading, named, first, end);
    }

    /** The claim to tell: that of the rules, or the model's. */
    Claims.Claim judge(Reading reading, Trigger trigger, boolean learned, Claims.Claim byRules) {
        around.look(reading, trigger, learned, byRules);
        if (noted != null) {
            noted.put(byRules, around.written(reading));
            return byRules;
        }
        Arrays.fill(sums, 0);
        for (int i = 0; i < around.size(); i++) {
            int feature = model.of(around.hash(i));
            if (feature != Vocabulary.UNKNOWN) {
                model.addTo(sums, feature);
            }
        }
        int best = byRules.modality().ordinal();
        for (int i = 0; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        Modality likelier = MODALITIES[best];
        return likelier == byRules.modality()
                        || likelier == Modality.ANNOUNCED && isOvertaken(byRules)
                ? byRules
                : over(byRules, likelier);
    }

    /** "due on Monday, have collapsed": the main verb overtakes what was planned. */
    private static boolean isOvertaken(Claims.Claim claim) {
        return claim.modality() == Modality.VIOLATED
                && claim.cue() != null
                && claim.cue().side() == Cue.Side.RIGHT;
    }

    /** What the rules claimed is said too, and of the words the one that speaks most against it. */
    private Claims.Claim over(Claims.Claim byRules, Modality modality) {
        int word = byRules.from();
        float most = 0;
        for (int i = 0; i < around.size(); i++) {
            int feature = around.wordOf(i) < 0 ? Vocabulary.UNKNOWN : model.of(around.hash(i));
            float speaks =
                    feature == Vocabulary.UNKNOWN
                            ? 0
                            : model.weight(feature, modality)
                                    - model.weight(feature, byRules.modality());
            if (speaks > most) {
                most = speaks;
                word = around.wordOf(i);
            }
        }
        String how = "model, against " + byRules.modality() + " " + byRules.how();
        return new Claims.Claim(modality, null, how, word, word + 1);
    }
}
