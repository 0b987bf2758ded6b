package org.tocsin.core.tag;

/**
 * Words that tell a modality, and where they must stand to tell it of an event; those that tell
 * whose deed it is not have none.
 */
record Cue(Modality modality, Side side) {

    enum Side {
        /** A word that governs the event from the left: {@code called for a ceasefire}. */
        GOV("governed by"),
        /** A predicate after a noun: {@code the ceasefire collapsed}. */
        RIGHT("predicate"),
        /** Right after a noun: {@code ceasefire violations}. */
        NEXT("followed by"),
        /** Right before a noun: {@code planned withdrawal}. */
        PREV("preceded by"),
        /** Governs like GOV, and takes for granted that it happened: {@code condemned the raid}. */
        FACT("taken for granted by"),
        /** Anywhere in the clause: {@code years ago}. */
        CLAUSE("in the clause"),
        /** What governs it so looks on: {@code regretted the raid}; its subject did not do it. */
        ONLOOKER("looked on by"),
        /** The same, of deeds that harm somebody alone: {@code opposed the raid}. */
        ONLOOKER_OF_HARM("looked on by"),
        /** To the subject of what governs it so it is done: {@code repelled the raid}. */
        VICTIM("met by");

        private final String how;

        Side(String how) {
            this.how = how;
        }

        String how() {
            return how;
        }
    }
}
