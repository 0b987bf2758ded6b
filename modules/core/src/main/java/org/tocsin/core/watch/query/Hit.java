package org.tocsin.core.watch.query;

/**
 * Where an article answers a clause: a span of {@code field} in UTF-16 units. {@code entity} is the
 * actor or topic id it stands for, null for plain words.
 */
public record Hit(String field, int start, int end, String entity) {}
