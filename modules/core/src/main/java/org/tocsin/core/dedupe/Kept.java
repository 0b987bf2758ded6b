package org.tocsin.core.dedupe;

import java.time.Instant;

/**
 * What is remembered of one article, about a kilobyte at most.
 *
 * <p>{@code handle} is a hash of id and content; {@code at} the event time, {@code seen} the
 * archive's clock when it came. {@code prints} are its fingerprints, sorted: all that are not above
 * {@code limit} (compared unsigned), the sample that long articles are cut to. {@code title} and
 * {@code body} are the codes of the title and of the opening of the body (see {@link Codes}),
 * {@code lead} those of the sentence that says what is new, {@code facts} the names and numbers
 * further down, each once, {@code words} the length of the whole body, {@code titleKey} a hash of
 * the title (0 where it says too little). {@code keys} are the fingerprints and terms under which
 * the archive finds it.
 */
public record Kept(
        long handle,
        String id,
        String source,
        String origin,
        String story,
        boolean copy,
        Instant at,
        Instant seen,
        int words,
        int titleKey,
        boolean headlineOnly,
        int limit,
        int[] prints,
        short[] title,
        short[] body,
        short[] lead,
        short[] facts,
        int[] keys) {}
