package org.tocsin.core.tag;

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

    static SentenceTerms of(
            Reading reading, int sentence, List<Found> found, List<Told> told, Stemmer stemmer) {
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
        return new SentenceTerms(Terms.written(reading, named, first, end, stemmer), topics);
    }
}
