package org.tocsin.bench.train;

import java.util.ArrayList;
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

    static Sample of(Labelled labelled, Tagger tagger) {
        var features = new ArrayList<Set<String>>();
        var byRules = new TreeSet<String>();
        for (SentenceTerms sentence : tagger.terms(labelled.article())) {
            features.add(sentence.features());
            byRules.addAll(sentence.topicsByRules());
        }
        return new Sample(labelled, features, byRules);
    }

    /** Those of all sentences. */
    Set<String> allFeatures() {
        var all = new LinkedHashSet<String>();
        features.forEach(all::addAll);
        return all;
    }
}
