package org.tocsin.core.tag;

import java.util.List;

/**
 * One event as a model of modalities is trained on it.
 *
 * @param topic its id
 * @param byRules the modality that the rules alone claim
 * @param surroundings what the model weighs, each as it is written in its file
 */
public record EventTerms(String topic, Modality byRules, List<String> surroundings) {

    public EventTerms {
        surroundings = List.copyOf(surroundings);
    }
}
