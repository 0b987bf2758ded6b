package org.tocsin.core.tag;

/**
 * Where a field of an article names an actor. Offsets are UTF-16 units in the field ({@code title}
 * or {@code text}); {@code sentence} counts from 0 within the field.
 */
public record Mention(String field, int start, int end, String text, int sentence) {}
