package org.tocsin.core.watch;

/**
 * The words that answer one clause of a rule: an exact substring of a field of an article, in
 * UTF-16 units. {@code entity} is the actor or topic id the words stand for, null for plain words.
 */
public record Evidence(
        String article,
        String field,
        int start,
        int end,
        String text,
        String clause,
        String entity) {}
