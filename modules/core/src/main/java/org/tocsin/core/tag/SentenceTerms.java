package org.tocsin.core.tag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One sentence as a model of topics is trained on it.
 *
 * @param terms its stems and kinds of names, in the order of the text
 * @param topicsByRules the ids of the topics that the rules tell of it
 */
public record SentenceTerms(List<String> terms, Set<String> topicsByRules) {

    public SentenceTerms {
        terms = List.copyOf(terms);
        topicsByRules = Set.copyOf(topicsByRules);
    }

    /**
     * What the model weighs of it, each once: its terms, and with a blank between them its pairs of
     * neighbours.
     */
    public Set<String> features() {
        var features = new LinkedHashSet<String>();
        for (int i = 0; i < terms.size(); i++) {
            features.add(terms.get(i));
            if (i + 1 < terms.size()) {
                features.add(terms.get(i) + " " + terms.get(i + 1));
            }
        }
        return features;
    }

    static SentenceTerms of(
            Reading reading, int sentence, List<Found> found, List<Told> told, Terms terms) {
        List<Found> named = found.stream().filter(name -> name.sentence() == sentence).toList();
        var topics = new TreeSet<String>();
        for (Told one : told) {
            boolean here = one.tag().field().equals(reading.field);
            if (here && one.tag().sentence() == sentence) {
                topics.add(one.tag().topic());
            }
        }
        int first = reading.opening(sentence);
        int end = reading.endWord(sentence);
        terms.read(reading, named, first, end);
        return new SentenceTerms(terms.written(reading), topics);
    }
}
