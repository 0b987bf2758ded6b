package org.tocsin.core.dedupe;

import java.util.BitSet;

/** What a sketch is made of, read from an article or from bytes; the rest follows from it. */
record SketchParts(
        long content,
        long guid,
        long url,
        int titleKey,
        boolean headlineOnly,
        String credited,
        Lead lead,
        short[] title,
        short[] body,
        Grams grams,
        BitSet quoted) {}
