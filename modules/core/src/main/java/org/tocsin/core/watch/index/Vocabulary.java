package org.tocsin.core.watch.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.core.watch.Question;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.Term;

/**
 * Numbers for terms, clauses, questions and watchlists. It only grows, and the indexes that come
 * from one another by changes share it: one thread adds, while others read what was there before
 * they were given their index.
 *
 * <p>Several terms of which any will do ({@code actor:Russia+}) are a term of their own, which an
 * article has with each of them; so are two that are both needed, under which many are filed.
 */
final class Vocabulary {

    final TermTable terms = new TermTable();

    /** The terms that stand for two others together. */
    final TermTable pairs = new TermTable();

    final Beginnings beginnings = new Beginnings();
    private final Map<List<Integer>, Integer> anyOf = new HashMap<>();
    private final Map<Clause, Clause> sameClauses = new HashMap<>();
    private final Map<String, Integer> clauseNumbers = new HashMap<>();
    private final Map<Question, Integer> numbers = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, Integer> watchlists = new ConcurrentHashMap<>();

    /** How many questions need a term: the more, the more articles have it too. */
    private int[] uses = new int[1 << 10];

    private volatile IntRow[] wider = new IntRow[1 << 10];
    private volatile Clause[] clauses = new Clause[1 << 10];
    private volatile int[] clauseTerms = new int[1 << 10];
    private volatile int termCount = Marks.NOTHING + 1;

    /** By term a bit where only the words of an article tell whether it has it. */
    private volatile long[] ofText = new long[1 << 4];

    /** By term a bit where it is one of two under which some are filed. */
    private volatile long[] paired = new long[1 << 4];

    private volatile boolean filesWords;

    /** A bit for each kind of term, by its ordinal, of which there is any. */
    private volatile int kinds;

    int termCount() {
        return termCount;
    }

    /** By term, the terms that an article has with it; null for none. */
    IntRow[] wider() {
        return wider;
    }

    long[] ofText() {
        return ofText;
    }

    long[] paired() {
        return paired;
    }

    /** Whether any question was ever filed under what only the words of an article tell. */
    boolean filesWords() {
        return filesWords;
    }

    /** Whether any rule asks for a term of that kind. */
    boolean knows(Term.Kind kind) {
        return (kinds >> kind.ordinal() & 1) != 0;
    }

    boolean isOfText(int term) {
        return (ofText[term >> 6] & 1L << term) != 0;
    }

    void fileWords() {
        filesWords = true;
    }

    /** The term that an article has with both. */
    int pair(int one, int other) {
        int number = pairs.add(pairHash(half(one), half(other)), termCount);
        if (number == termCount) {
            next();
            paired[one >> 6] |= 1L << one;
            paired[other >> 6] |= 1L << other;
        }
        return number;
    }

    /** What a term gives to the hash of a pair. */
    static long half(int term) {
        long mixed = term * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L;
        return mixed ^ mixed >>> 29;
    }

    /** The same in either order; never 0, which marks an empty place in a table. */
    static long pairHash(long half, long otherHalf) {
        long sum = half + otherHalf;
        return sum == 0 ? 1 : sum;
    }

    /**
     * By clause, the term that an article has just where the clause holds, or {@link
     * Marks#NOTHING}.
     */
    int[] clauseTerms() {
        return clauseTerms;
    }

    Clause[] clauses() {
        return clauses;
    }

    int clauseCount() {
        return clauseNumbers.size();
    }

    /** The place of that watchlist; -1 when it was never heard of. */
    int find(String watchlist) {
        return watchlists.getOrDefault(watchlist, -1);
    }

    int watchlistCount() {
        return watchlists.size();
    }

    int place(String watchlist) {
        Integer known = watchlists.putIfAbsent(watchlist, watchlists.size());
        return known == null ? watchlists.size() - 1 : known;
    }

    int number(Question question) {
        Integer known = numbers.get(question);
        if (known == null) {
            known = questions.size();
            questions.add(question.with(this::same));
            numbers.put(questions.get(known), known);
        }
        return known;
    }

    /** The question in the form that shares its clauses with all others. */
    Question question(int number) {
        return questions.get(number);
    }

    private Clause same(Clause clause) {
        Clause known = sameClauses.putIfAbsent(clause, clause);
        return known == null ? clause : known;
    }

    /** One more needs the term, and so any of these. */
    void use(int term, int[] members) {
        uses[term]++;
        if (members.length > 1) {
            for (int member : members) {
                uses[member]++;
            }
        }
    }

    int uses(int term) {
        return uses[term];
    }

    int number(Clause clause) {
        Integer known = clauseNumbers.get(clause.key());
        return known == null ? add(clause) : known;
    }

    private int add(Clause clause) {
        int number = clauseNumbers.size();
        if (number == clauses.length) {
            clauseTerms = Arrays.copyOf(clauseTerms, number * 2);
            clauses = Arrays.copyOf(clauses, number * 2);
        }
        clauseTerms[number] =
                clause.isItsNeed() ? term(clause.needs().get(0).any()) : Marks.NOTHING;
        clauses[number] = clause;
        clauseNumbers.put(clause.key(), number);
        return number;
    }

    int[] terms(Collection<Term> any) {
        return any.stream().mapToInt(this::term).sorted().toArray();
    }

    /** The term that an article has with any of these. */
    int term(Collection<Term> any) {
        int[] members = terms(any);
        return members.length == 1
                ? members[0]
                : anyOf.computeIfAbsent(Arrays.stream(members).boxed().toList(), this::group);
    }

    private int term(Term term) {
        int number = terms.add(term.hash(), termCount);
        if (number == termCount) {
            next();
            kinds |= 1 << term.kind().ordinal();
            if (term.kind() == Term.Kind.PREFIX) {
                beginnings.add(term.text());
            }
            if (term.kind() == Term.Kind.PREFIX || term.kind() == Term.Kind.WORD) {
                ofText[number >> 6] |= 1L << number;
            }
        }
        return number;
    }

    private int group(List<Integer> members) {
        int group = next();
        for (int member : members) {
            ofText[group >> 6] |= isOfText(member) ? 1L << group : 0;
            IntRow others = wider[member];
            wider[member] = (others == null ? IntRow.EMPTY : others).with(group);
        }
        return group;
    }

    private int next() {
        int number = termCount;
        if (number == uses.length) {
            uses = Arrays.copyOf(uses, number * 2);
            wider = Arrays.copyOf(wider, number * 2);
            ofText = Arrays.copyOf(ofText, number * 2 / Long.SIZE);
            paired = Arrays.copyOf(paired, number * 2 / Long.SIZE);
        }
        termCount = number + 1;
        return number;
    }
}
