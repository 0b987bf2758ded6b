package org.tocsin.gateway.route;

/** Whether the boards show what the log says; {@code detail} says in words how far they are. */
public record Readiness(boolean ready, String detail) {}
