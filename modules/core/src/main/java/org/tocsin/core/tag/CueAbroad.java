package org.tocsin.core.tag;

/** Words of a language that tell a modality, and where they must stand to tell it of an event. */
record CueAbroad(Modality modality, Where where) {

    enum Where {
        /** Before the event, in its clause or in the one that holds its own ("denied that"). */
        BEFORE,
        /** After it: where the verb stands last, what governs does too. */
        AFTER,
        /** On either side. */
        NEAR,
        /** Anywhere in the clause, of whatever form the event is ("years ago"). */
        CLAUSE,
        /** Anywhere in the clause of an event that is told by an infinitive ("wird", "zu"). */
        INFINITIVE,
        /** A particle that denies the verb, the noun or the cue that it stands before. */
        NOT,
        /** One that does so from either side. */
        NOT_NEAR,
        /** Opens a clause that only supposes. */
        IF,
        /** Opens a clause that a verb before it holds. */
        THAT,
        /** Opens any other clause. */
        OPENS
    }

    /** What the cue says of the event, by its own form and if it is denied; null: nothing. */
    Modality said(Form form, boolean denied) {
        if (denied || form == Form.NEGATED) {
            return switch (modality) {
                case OCCURRED, ANNOUNCED, CONDITIONAL -> Modality.DENIED;
                case REFUSED, DENIED -> Modality.CONDITIONAL;
                default -> null;
            };
        }
        if (form == Form.POSSIBLE) {
            return modality == Modality.THREATENED ? modality : Modality.CONDITIONAL;
        }
        boolean open = form == Form.FUTURE || form == Form.BASE;
        return switch (modality) {
            case OCCURRED -> open ? Modality.ANNOUNCED : null;
            case VIOLATED, ENDED -> form == Form.FUTURE ? Modality.ANNOUNCED : modality;
            default -> modality;
        };
    }
}
