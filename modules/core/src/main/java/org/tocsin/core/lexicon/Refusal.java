package org.tocsin.core.lexicon;

/** A line of an imported file, from 1, that could not be read, and why. */
public record Refusal(int line, String message) {}
