package org.tocsin.core.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tocsin.core.watch.query.Hit;
import org.tocsin.core.watch.query.Reading;

/** A rule asked of every sentence of a telling. */
final class BySentence {

    private final Rule rule;
    private final Reading reading;
    private final List<List<Hit>> hits;

    /** What holds in each sentence; what is said of the article holds in all of them. */
    private final List<BitSet> truths = new ArrayList<>();

    BySentence(Rule rule, Reading reading, List<List<Hit>> hits, BitSet inArticle) {
        this.rule = rule;
        this.reading = reading;
        this.hits = hits;
        var everywhere = new BitSet();
        for (int i = 0; i < hits.size(); i++) {
            everywhere.set(i, inArticle.get(i) && rule.clauses().get(i).isAboutArticle());
        }
        for (int i = 0; i < reading.sentenceCount(); i++) {
            truths.add((BitSet) everywhere.clone());
        }
        for (int i = 0; i < hits.size(); i++) {
            for (Hit hit : hits.get(i)) {
                if (reading.isWithinOneSentence(hit)) {
                    truths.get(sentence(hit)).set(i);
                }
            }
        }
    }

    Match match() {
        var answering = new BitSet();
        int nearest = 0;
        for (int i = 0; i < truths.size(); i++) {
            answering.set(i, isThere(i) && rule.holds(truths.get(i)));
            nearest = asked(truths.get(i)) > asked(truths.get(nearest)) ? i : nearest;
        }
        if (answering.isEmpty()) {
            var near = new BitSet();
            near.set(nearest);
            return new Match(false, truths.get(nearest), shown(near, true), shown(near, false));
        }
        return new Match(true, union(answering), shown(answering, true), List.of());
    }

    /** An article without a title has no title sentence, in which a NOT could hold. */
    private boolean isThere(int sentence) {
        return sentence > 0 || !reading.article().title().isBlank();
    }

    private int sentence(Hit hit) {
        return reading.sentenceAt(hit.field(), hit.start());
    }

    private long asked(BitSet truth) {
        return truth.stream().filter(rule::asksFor).count();
    }

    private BitSet union(BitSet sentences) {
        var union = new BitSet();
        sentences.stream().forEach(sentence -> union.or(truths.get(sentence)));
        return union;
    }

    private List<Evidence> shown(BitSet sentences, boolean asked) {
        var inThem = new ArrayList<List<Hit>>();
        for (int i = 0; i < hits.size(); i++) {
            boolean anywhere = rule.clauses().get(i).isAboutArticle();
            inThem.add(
                    hits.get(i).stream().filter(hit -> anywhere || isIn(sentences, hit)).toList());
        }
        return Match.evidence(rule, reading, inThem, asked);
    }

    private boolean isIn(BitSet sentences, Hit hit) {
        return sentences.get(sentence(hit)) && reading.isWithinOneSentence(hit);
    }
}
