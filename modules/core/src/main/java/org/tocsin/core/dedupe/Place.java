package org.tocsin.core.dedupe;

import java.util.Optional;

/**
 * Where an article stands among those before it: the verdict, the article it repeats, revises or
 * copies (its id null where there is none, its memory empty where that has gone), story and origin.
 */
record Place(
        Verdict.Kind kind,
        String of,
        Optional<Kept> original,
        String story,
        String origin,
        double similarity) {

    static Place opening(String story, String origin) {
        return new Place(Verdict.Kind.NEW, null, Optional.empty(), story, origin, 0);
    }

    static Place copy(CopyFinder.Match match) {
        Kept of = match.of();
        return new Place(
                Verdict.Kind.COPY,
                of.id(),
                Optional.of(of),
                of.story(),
                of.origin(),
                match.similarity());
    }

    boolean isRepeat() {
        return kind == Verdict.Kind.REPEAT;
    }

    Verdict verdict(String id, int origins) {
        return new Verdict(id, kind, of, story, similarity, origins);
    }
}
