package org.tocsin.core.tag;

/** What the whole clause or sentence says of its events: years, conditions, questions. */
final class Background {

    private static final int REACH_OF_YEAR = 25;
    private static final int FIRST_YEAR = 1900;
    private static final int LONGEST_OPENING = 4;

    private final Passage passage;
    private final Reading reading;
    private final Clauses clauses;

    Background(Passage passage) {
        this.passage = passage;
        reading = passage.reading();
        clauses = passage.clauses();
    }

    void add(EventTopic topic, int from, int to, Claims said) {
        addOwnVerb(topic, from, to, said);
        addClause(topic, from, to, said);
        addYear(from, said);
        addConditions(topic, from, said);
        addQuestion(from, said);
    }

    /** "pledged tanks", "is seeking aid": the verb of the event itself leaves it open. */
    private void addOwnVerb(EventTopic topic, int from, int to, Claims said) {
        if (topic != EventTopic.ARMS_TRANSFER && topic != EventTopic.AID) {
            return;
        }
        for (var cue : passage.cues().all()) {
            if (cue.from() == from && cue.to() < to && cue.meaning().side() == Cue.Side.GOV) {
                said.add(cue.meaning().modality(), cue);
            }
        }
    }

    private void addClause(EventTopic topic, int from, int to, Claims said) {
        for (var cue : passage.cues().all()) {
            Modality modality = cue.meaning().modality();
            if (cue.meaning().side() == Cue.Side.CLAUSE
                    && clauses.same(cue.from(), from)
                    && (cue.to() <= from || cue.from() >= to && !isOfRelative(from, cue.from()))
                    && (modality != Modality.THREATENED || topic.harms())) {
                said.add(modality, cue);
            }
        }
    }

    /** An earlier year, or a decade, in the clause; or one that opens the sentence. */
    private void addYear(int from, Claims said) {
        for (int i = clauses.first; i < clauses.end; i++) {
            if (!isDigit(reading.words.start(i)) || Math.abs(i - from) >= REACH_OF_YEAR) {
                continue;
            }
            boolean holds =
                    clauses.same(i, from)
                            ? !isOfRelative(from, i) && !isBesides(from, i)
                            : said.isEmpty() && i < from && opensSentence(i);
            if (holds && isEarlier(i)) {
                said.add(Modality.HISTORICAL, "earlier year", i);
            }
        }
    }

    /** "the war that has gone on since 2015": the year is that of what "that" tells. */
    private boolean isOfRelative(int event, int word) {
        for (int i = event + 1; i < word; i++) {
            if (reading.is(i, "that") && passage.form(i - 1) == null) {
                return true;
            }
        }
        return false;
    }

    /** "expelled the envoy, tying him to a blast in 2014": the year is of what is told besides. */
    private boolean isBesides(int event, int word) {
        for (int i = event + 1; i < word; i++) {
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

    private boolean isDigit(int offset) {
        char letter = reading.words.unit(offset);
        return letter >= '0' && letter <= '9';
    }

    private boolean isEarlier(int i) {
        String word = reading.word(i);
        if (word.length() == 5 && word.endsWith("0s")) {
            return true;
        }
        if (word.length() != 4 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int named = Integer.parseInt(word);
        return named >= FIRST_YEAR
                && named < passage.year()
                && !(i > clauses.first && passage.is(i - 1, passage.grammar().beforeNumber));
    }

    private void addConditions(EventTopic topic, int from, Claims said) {
        if (clauses.isConditional(from)) {
            said.add(Modality.CONDITIONAL, "conditional clause", from);
            said.remove(Modality.THREATENED, Modality.DENIED);
            return;
        }
        if (clauses.isUntil(from) && said.isEmpty()) {
            said.add(Modality.CONDITIONAL, "clause with until", from);
        }
        boolean open = said.has(Modality.ANNOUNCED) || said.has(Modality.CONDITIONAL);
        if (clauses.anyConditional() && open) {
            boolean threat =
                    hasUnless()
                            || topic.harms()
                                    && topic != EventTopic.WITHDRAWAL
                                    && said.has(Modality.ANNOUNCED);
            said.add(threat ? Modality.THREATENED : Modality.CONDITIONAL, "condition beside", from);
        }
    }

    private boolean hasUnless() {
        for (int i = clauses.first; i < clauses.end; i++) {
            if (reading.is(i, "unless")) {
                return true;
            }
        }
        return false;
    }

    /** "Will Russia withdraw?" leaves open what "Why did Russia withdraw?" takes for granted. */
    private void addQuestion(int from, Claims said) {
        boolean open =
                said.isEmpty() || said.first().modality().compareTo(Modality.CONDITIONAL) > 0;
        if (open && isQuestion() && (asksWhether() || !said.isEmpty())) {
            said.add(Modality.CONDITIONAL, "question", from);
        }
    }

    private boolean isQuestion() {
        int last = reading.words.end(clauses.end - 1);
        for (int i = last; i < reading.text.length() && i < last + 3; i++) {
            char mark = reading.text.charAt(i);
            if (mark == '?' || mark == '؟') {
                return true;
            }
        }
        return false;
    }

    private boolean asksWhether() {
        return passage.is(clauses.first, passage.grammar().auxiliary)
                || passage.is(clauses.first, "shall");
    }
}
