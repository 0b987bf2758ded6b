package org.tocsin.bench.train;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Precision, recall and F1 over texts and their topics; silence over texts that tell nothing. */
final class Score {

    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final int MISSED = 2;

    private final Map<String, int[]> byTopic = new HashMap<>();
    private int mute;
    private int silent;

    void add(Labelled labelled, Set<String> told) {
        for (String topic : told) {
            if (labelled.wanted().contains(topic)) {
                count(topic, RIGHT);
            } else if (!labelled.arguable().contains(topic)) {
                count(topic, WRONG);
            }
        }
        var missed = new HashSet<>(labelled.wanted());
        missed.removeAll(told);
        missed.forEach(topic -> count(topic, MISSED));
        if (labelled.wanted().isEmpty() && labelled.arguable().isEmpty()) {
            mute++;
            silent += told.isEmpty() ? 1 : 0;
        }
    }

    private void count(String topic, int what) {
        byTopic.computeIfAbsent(topic, t -> new int[3])[what]++;
    }

    private double sum(int what) {
        return byTopic.values().stream().mapToInt(counts -> counts[what]).sum();
    }

    private static double f1(double right, double wrong, double missed) {
        return right == 0 ? 0 : 2 * right / (2 * right + wrong + missed);
    }

    @Override
    public String toString() {
        double right = sum(RIGHT);
        double macro =
                byTopic.values().stream()
                        .filter(counts -> counts[RIGHT] + counts[MISSED] > 0)
                        .mapToDouble(counts -> f1(counts[RIGHT], counts[WRONG], counts[MISSED]))
                        .average()
                        .orElse(0);
        return "precision %.3f  recall %.3f  F1 %.3f  mean F1 of topics %.3f  silent %d of %d"
                .formatted(
                        right / Math.max(1, right + sum(WRONG)),
                        right / Math.max(1, right + sum(MISSED)),
                        f1(right, sum(WRONG), sum(MISSED)),
                        macro,
                        silent,
                        mute);
    }
}
