package org.tocsin.gateway.log;

/** A value and its place in its topic. */
public record Entry<V>(int partition, long offset, V value) {}
