package org.tocsin.bench.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.core.tag.SentenceTerms;
import org.tocsin.core.tag.Tagger;

/**
 * A text as the model is trained on it.
 *
 * @param features of each of its sentences, see {@link SentenceTerms#features}
 * @param byRules the topics that the rules alone tell of it
 */
record Sample(Labelled labelled, List<Set<String>> features, Set<String> byRules) {

    private static final double LIKELY = 0.5;

    static Sample of(Labelled labelled, Tagger tagger) {
        var features = new ArrayList<Set<String>>();
        var byRules = new TreeSet<String>();
        for (SentenceTerms sentence : tagger.terms(labelled.article())) {
            features.add(sentence.features());
            byRules.addAll(sentence.topicsByRules());
        }
        return new Sample(labelled, features, byRules);
    }

    /**
     * Each sentence as a text of its own. A topic that the text tells is told by the sentence that
     * is likeliest to and by those more likely than not, and is arguable in the others.
     */
    List<Sample> sentences(TopicModels models) {
        if (features.size() < 2) {
            return List.of(this);
        }
        List<Labelled> parts = new ArrayList<>();
        features.forEach(one -> parts.add(labelled.part()));
        for (String topic : labelled.wanted()) {
            double[] likelihoods =
                    features.stream().mapToDouble(one -> models.likelihood(topic, one)).toArray();
            double most = Arrays.stream(likelihoods).max().orElseThrow();
            for (int i = 0; i < likelihoods.length; i++) {
                boolean tells = likelihoods[i] == most || likelihoods[i] > LIKELY;
                (tells ? parts.get(i).wanted() : parts.get(i).arguable()).add(topic);
            }
        }
        var sentences = new ArrayList<Sample>();
        for (int i = 0; i < parts.size(); i++) {
            sentences.add(new Sample(parts.get(i), List.of(features.get(i)), byRules));
        }
        return sentences;
    }

    /** Those of all sentences. */
    Set<String> allFeatures() {
        var all = new LinkedHashSet<String>();
        features.forEach(all::addAll);
        return all;
    }
}
