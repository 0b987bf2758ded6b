package org.tocsin.core.tag;

import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.NameKind;

/** An actor named by the words {@code from} up to {@code to} of a field. */
record Found(Actor actor, NameKind kind, int from, int to, int sentence) {

    /** The same words, for what they stand for: "Moscow" for Russia. */
    Found as(Actor other) {
        return new Found(other, kind, from, to, sentence);
    }

    boolean isAdjective() {
        return kind == NameKind.ADJECTIVE;
    }
}
