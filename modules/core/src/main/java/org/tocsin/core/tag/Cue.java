package org.tocsin.core.tag;

/** Words that tell a modality, and where they must stand to tell it of an event. */
record Cue(Modality modality, Side side) {

    enum Side {
        /** In the verb group: {@code will not withdraw}. */
        AUX,
        /** A word that governs the event from the left: {@code called for a ceasefire}. */
        GOV,
        /** A predicate after a noun: {@code the ceasefire collapsed}. */
        RIGHT,
        /** Right after a noun: {@code ceasefire violations}. */
        NEXT,
        /** Right before a noun: {@code planned withdrawal}. */
        PREV,
        /** Governs like GOV, and takes for granted that it happened: {@code condemned the raid}. */
        FACT,
        /** Anywhere in the clause: {@code years ago}. */
        CLAUSE
    }
}
