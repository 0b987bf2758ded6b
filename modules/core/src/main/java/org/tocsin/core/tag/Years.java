package org.tocsin.core.tag;

/**
 * Which of a sentence's years date which of its events. "In 2014" dates what its clause tells; in
 * "the 2014 annexation was condemned" and "under a contract signed in 2014" it dates no more than
 * the noun or the verb that it stands with.
 */
final class Years {

    private static final int REACH = 25;
    private static final int LONGEST_OPENING = 4;
    private static final int LONGEST_NOUN = 4;
    private static final int DIGITS = 4;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;

    Years(Passage passage) {
        this.passage = passage;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
    }

    /** An earlier year, or a decade, of the event {@code from} up to {@code to}. */
    void add(EventTopic topic, int from, int to, Claims said) {
        for (int i = clauses.first; i < clauses.end; i++) {
            if (isDigit(i) && Math.abs(i - from) < REACH && isEarlier(i, said)) {
                boolean dates =
                        clauses.same(i, from)
                                ? dates(i, topic, from, to)
                                : said.isEmpty() && i < from && opensSentence(i);
                if (dates) {
                    said.add(Modality.HISTORICAL, "earlier year", i);
                }
            }
        }
    }

    private boolean isDigit(int word) {
        char letter = reading.words.unit(reading.words.start(word));
        return letter >= '0' && letter <= '9';
    }

    /** Of an article without a date, what is still to come keeps its years. */
    private boolean isEarlier(int i, Claims said) {
        boolean first = i == clauses.first;
        return passage.year().isAfter(reading.word(i))
                && (passage.year().isKnown()
                        || !said.hasOuter() && (first || !passage.is(i - 1, grammar.deadline)))
                && (first || !passage.is(i - 1, grammar.beforeNumber));
    }

    private boolean dates(int year, EventTopic topic, int from, int to) {
        if (isSinceTheFirst(year)) {
            return false;
        }
        if (isBeforeNoun(year)) {
            boolean itsOwn = from - year <= LONGEST_NOUN && !hasJoint(year + 1, from);
            // "The 1986 raid on Tripoli killed his daughter": they died of what is dated.
            boolean itsDead = topic == EventTopic.CASUALTIES && !hasVerb(year, from, from);
            return year < from && (itsOwn || itsDead);
        }
        return year < from
                ? !isOfOther(clauses.first, year, from)
                : !isOfRelative(passage, to, year)
                        && !isBesides(to, year)
                        && !isOfOther(to, year, from);
    }

    /**
     * "has met the family of a man killed in 2022": of two verbs that nothing joins the one that
     * stands with the year is no more than a noun's, and the year is its.
     */
    private boolean isOfOther(int from, int to, int event) {
        return isFinite(event)
                && hasVerb(from, to, event)
                && !isJoined(Math.min(event, to), Math.max(event, to));
    }

    private boolean isJoined(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.commaAfter(i) || reading.is(i, grammar.conjunction)) {
                return true;
            }
        }
        return false;
    }

    /** "their first talks since 2019" are of today. */
    private boolean isSinceTheFirst(int year) {
        if (year == clauses.first || !reading.is(year - 1, "since")) {
            return false;
        }
        for (int i = year - 2; i >= clauses.first && i >= year - REACH; i--) {
            if (reading.is(i, grammar.rank)) {
                return true;
            }
        }
        return false;
    }

    /** "the 2014 annexation", "Russia's 2014 annexation". */
    private boolean isBeforeNoun(int year) {
        int next = year + 1;
        return year > clauses.first
                && next < clauses.end
                && reading.blankAfter(year)
                && (reading.is(year - 1, grammar.determiner)
                        || reading.is(year - 1, grammar.pronoun)
                        || reading.is(year - 1, "s"))
                && reading.words.end(year) - reading.words.start(year) == DIGITS
                && !reading.is(next, grammar.empty);
    }

    private boolean hasJoint(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.is(i, grammar.prepositionOfNoun) || reading.commaAfter(i)) {
                return true;
            }
        }
        return false;
    }

    /** Some other verb that tells something, of the event's own clause. */
    private boolean hasVerb(int from, int to, int event) {
        for (int i = from; i < to; i++) {
            Form form = passage.form(i);
            boolean tells = form == Form.PAST || form == Form.PARTICIPLE || form == Form.THIRD;
            if (tells
                    && clauses.same(i, event)
                    && !reading.is(i, grammar.auxiliary)
                    && !reading.is(i, grammar.speech)
                    && !passage.readsAsNoun(i)
                    && !passage.isInName(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFinite(int word) {
        return passage.verbs().isFinite(reading, word, clauses.end);
    }

    /** "the war that has gone on since 2015": the year is that of what "that" tells. */
    static boolean isOfRelative(Passage passage, int from, int year) {
        for (int i = from; i < year; i++) {
            if (passage.is(i, "that") && passage.form(i - 1) == null) {
                return true;
            }
        }
        return false;
    }

    /** "expelled the envoy, tying him to a blast in 2014": the year is of what is told besides. */
    private boolean isBesides(int from, int year) {
        for (int i = from; i < year; i++) {
            if (reading.commaAfter(i - 1) && reading.endsWith(i, "ing")) {
                return true;
            }
        }
        return false;
    }

    /** "In November 2023, …". */
    private boolean opensSentence(int year) {
        return year - clauses.first <= LONGEST_OPENING && reading.commaAfter(year);
    }
}
