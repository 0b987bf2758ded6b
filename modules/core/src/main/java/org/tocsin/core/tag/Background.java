package org.tocsin.core.tag;

/** What the whole clause or sentence says of its events: years, conditions, questions. */
final class Background {

    private final Passage passage;
    private final Reading reading;
    private final Clauses clauses;
    private final Years years;

    Background(Passage passage) {
        this.passage = passage;
        reading = passage.reading();
        clauses = passage.clauses();
        years = new Years(passage);
    }

    void add(EventTopic topic, int from, int to, Claims said) {
        addOwnVerb(topic, from, to, said);
        addClause(topic, from, to, said);
        years.add(topic, from, to, said);
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
                    && (cue.to() <= from
                            || cue.from() >= to && !Years.isOfRelative(passage, to, cue.from()))
                    && (modality != Modality.THREATENED || topic.harms())) {
                said.add(modality, cue);
            }
        }
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
