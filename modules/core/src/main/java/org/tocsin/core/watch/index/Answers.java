package org.tocsin.core.watch.index;

import java.util.Arrays;
import java.util.List;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.EventClause;
import org.tocsin.core.watch.query.Hit;
import org.tocsin.core.watch.query.Program;
import org.tocsin.core.watch.query.Reading;

/**
 * Whether an article answers a question. Each different clause is looked at once an article,
 * however many questions hold it, and once more for where it stands if a question of one sentence
 * holds it.
 */
final class Answers {

    private static final int NO = 0;
    private static final int YES = 1;

    private final ArticleTerms terms;
    private final long[] stack = Program.stack();
    private final Program.Truth inArticle = this::holds;
    private final Program.Truth inSentences = this::sentencesOfNow;

    /** Which 64 sentences are asked. */
    private int sentencesAt;

    /** By clause: twice the round in which it was looked at, plus whether it holds. */
    private long[] holds = {};

    /** By clause: the round in which its sentences were found, and they, 64 to a number. */
    private long[] placed = {};

    private long[][] sentences = {};
    private long round;
    private Clause[] clauses;
    private int[] clauseTerms;
    private Reading reading;

    Answers(ArticleTerms terms) {
        this.terms = terms;
    }

    void begin(Vocabulary vocabulary, Reading next) {
        round++;
        reading = next;
        clauses = vocabulary.clauses();
        clauseTerms = vocabulary.clauseTerms();
        int count = vocabulary.clauseCount();
        if (holds.length < count) {
            holds = Arrays.copyOf(holds, count * 5 / 4);
            placed = Arrays.copyOf(placed, count * 5 / 4);
            sentences = Arrays.copyOf(sentences, count * 5 / 4);
        }
    }

    boolean answers(Filed filed) {
        return switch (filed.question().scope().kind()) {
            case ARTICLE -> holdsInArticle(filed);
            case SENTENCE -> holdsInSentence(filed);
            case STORY, WINDOW -> contributes(filed);
        };
    }

    private boolean holdsInArticle(Filed filed) {
        return (filed.program().run(inArticle, stack) & 1) != 0;
    }

    /** 1 where the clause holds, else 0. */
    private long holds(int clause) {
        int term = clauseTerms[clause];
        if (term != Marks.NOTHING) {
            return terms.has(term) ? YES : NO;
        }
        if (holds[clause] >> 1 != round) {
            holds[clause] = round << 1 | (reading.hits(clauses[clause]).isEmpty() ? NO : YES);
        }
        return holds[clause] & 1;
    }

    /** An article without a title has no title sentence, in which a NOT could hold. */
    private boolean holdsInSentence(Filed filed) {
        int count = reading.sentenceCount();
        for (sentencesAt = 0; sentencesAt << 6 < count; sentencesAt++) {
            long found = filed.program().run(inSentences, stack);
            int rest = count - (sentencesAt << 6);
            long there = rest >= 64 ? -1 : (1L << rest) - 1;
            if (sentencesAt == 0 && reading.article().title().isBlank()) {
                there &= ~1;
            }
            if ((found & there) != 0) {
                return true;
            }
        }
        return false;
    }

    private long sentencesOfNow(int clause) {
        return sentences(clause)[sentencesAt];
    }

    private long[] sentences(int clause) {
        if (placed[clause] != round) {
            placed[clause] = round;
            int size = (reading.sentenceCount() + 63) / 64;
            long[] known = sentences[clause];
            if (known == null || known.length < size) {
                sentences[clause] = new long[size];
            } else {
                Arrays.fill(known, 0);
            }
            if (holds(clause) == YES) {
                place(clauses[clause], sentences[clause]);
            }
        }
        return sentences[clause];
    }

    private void place(Clause clause, long[] into) {
        if (clause.isAboutArticle()) {
            Arrays.fill(into, -1);
            return;
        }
        for (Hit hit : reading.hits(clause)) {
            if (reading.isWithinOneSentence(hit)) {
                int sentence = reading.sentenceOf(hit);
                into[sentence >> 6] |= 1L << sentence;
            }
        }
    }

    /** Any clause that holds, also one that must not; or the denial of one that should. */
    private boolean contributes(Filed filed) {
        List<Clause> all = filed.question().clauses();
        for (int i = 0; i < all.size(); i++) {
            if (holds(filed.clauses()[i]) == YES || isDenied(filed, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(Filed filed, int clause) {
        return filed.question().asksFor(clause)
                && filed.question().clauses().get(clause) instanceof EventClause event
                && !event.denials(reading).isEmpty();
    }
}
