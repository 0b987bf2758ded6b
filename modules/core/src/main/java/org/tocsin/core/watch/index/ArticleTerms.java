package org.tocsin.core.watch.index;

import java.util.Arrays;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.watch.query.FieldText;
import org.tocsin.core.watch.query.HashedWords;
import org.tocsin.core.watch.query.Reading;
import org.tocsin.core.watch.query.Term;

/**
 * The terms of a vocabulary that an article has: those of its tags, with the pairs of them, and,
 * from when one of them is first asked for, those of its words, which take most of the time.
 *
 * <p>Written for speed, with buffers that are used again; in one file, since all of it marks.
 */
final class ArticleTerms {

    /** By modality, what stands behind the topic. */
    private static final Term.Ending[] CLAIMS =
            Arrays.stream(Modality.values())
                    .map(modality -> new Term.Ending(":" + modality))
                    .toArray(Term.Ending[]::new);

    private final Marks marks = new Marks();
    private final HashedWords words = new HashedWords();
    private int[] sifted = {};
    private long[] halves = {};
    private int[] pairs = {};
    private int pairCount;
    private int tagCount;
    private boolean knowsWords;
    private Vocabulary vocabulary;
    private TermTable.View terms;
    private long[] ofText;
    private Reading reading;

    void begin(Vocabulary asked, Reading article) {
        vocabulary = asked;
        reading = article;
        marks.clear(asked.termCount());
        terms = asked.terms.view();
        ofText = asked.ofText();
        knowsWords = false;
        markTags();
        tagCount = marks.count();
        findPairs();
    }

    /** How many terms its tags have; those are the first in the row. */
    int tagCount() {
        return tagCount;
    }

    /** How many terms stand in the row; those of its words only after {@link #lookUpWords}. */
    int count() {
        return marks.count();
    }

    int get(int place) {
        return marks.get(place);
    }

    int pairCount() {
        return pairCount;
    }

    /** A term that stands for two others. */
    int pair(int place) {
        return pairs[place];
    }

    boolean has(int term) {
        if (marks.has(term)) {
            return true;
        }
        if (knowsWords || (ofText[term >> 6] & 1L << term) == 0) {
            return false;
        }
        lookUpWords();
        return marks.has(term);
    }

    void lookUpWords() {
        if (!knowsWords) {
            knowsWords = true;
            markWords(reading.title());
            markWords(reading.text());
            markWider(tagCount);
        }
    }

    private void markTags() {
        boolean types = vocabulary.knows(Term.Kind.TYPE);
        for (ActorTag actor : reading.tags().actors()) {
            mark(Term.Kind.ACTOR, actor.id());
            if (types) {
                mark(Term.Kind.TYPE, actor.type().id());
            }
        }
        markEvents();
        if (vocabulary.knows(Term.Kind.LANGUAGE)) {
            mark(Term.Kind.LANGUAGE, reading.language());
        }
        if (vocabulary.knows(Term.Kind.SOURCE)) {
            markSources(reading.source());
        }
        markWider(0);
    }

    private void markEvents() {
        boolean claims = vocabulary.knows(Term.Kind.CLAIM);
        for (EventTag event : reading.tags().events()) {
            long topic = Term.letters(event.topic());
            marks.mark(terms.find(Term.Kind.TOPIC.hash(topic)));
            if (claims) {
                long claim = CLAIMS[event.modality().ordinal()].behind(topic);
                marks.mark(terms.find(Term.Kind.CLAIM.hash(claim)));
            }
        }
    }

    private void markSources(String source) {
        mark(Term.Kind.SOURCE, source);
        for (int dot = source.indexOf('.'); dot >= 0; dot = source.indexOf('.', dot + 1)) {
            mark(Term.Kind.SOURCE, source.substring(dot + 1));
        }
    }

    private void markWords(FieldText field) {
        HashedWords all = field.words(words);
        int size = all.size();
        if (sifted.length < size) {
            sifted = new int[size * 5 / 4];
        }
        int kept = terms.sift(all.hashes(), size, sifted);
        for (int i = 0; i < kept; i++) {
            marks.mark(terms.find(all.hashes()[sifted[i]]));
        }
        if (!vocabulary.beginnings.isEmpty()) {
            for (int i = 0; i < size; i++) {
                vocabulary.beginnings.find(all, i, terms, marks);
            }
        }
    }

    /** What an article has with one of several; those that are marked here have nothing wider. */
    private void markWider(int from) {
        IntRow[] wider = vocabulary.wider();
        int single = marks.count();
        for (int i = from; i < single; i++) {
            int term = marks.get(i);
            IntRow row = term < wider.length ? wider[term] : null;
            if (row != null) {
                for (int k = 0; k < row.size; k++) {
                    marks.mark(row.data[k]);
                }
            }
        }
    }

    /** Nearly all pairs are of nobody's rule, and the table's filter tells so without a branch. */
    private void findPairs() {
        pairCount = 0;
        long[] paired = vocabulary.paired();
        int count = 0;
        if (halves.length < tagCount) {
            halves = new long[tagCount * 2];
        }
        if (sifted.length < tagCount) {
            sifted = new int[halves.length];
        }
        for (int i = 0; i < tagCount; i++) {
            int term = marks.get(i);
            halves[count] = Vocabulary.half(term);
            count += (int) (paired[term >> 6] >>> term & 1);
        }
        TermTable.View known = vocabulary.pairs.view();
        for (int i = 1; i < count; i++) {
            addPairs(known, i);
        }
    }

    /** Those of a term and the ones before it. */
    private void addPairs(TermTable.View known, int term) {
        int kept = known.siftPairs(halves[term], halves, term, sifted);
        if (pairs.length < pairCount + kept) {
            pairs = Arrays.copyOf(pairs, pairCount * 2 + kept);
        }
        for (int i = 0; i < kept; i++) {
            int pair = known.find(Vocabulary.pairHash(halves[term], halves[sifted[i]]));
            pairs[pairCount] = pair;
            pairCount += pair == Marks.NOTHING ? 0 : 1;
        }
    }

    private void mark(Term.Kind kind, String text) {
        marks.mark(terms.find(kind.hash(text)));
    }
}
