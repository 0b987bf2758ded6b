package org.tocsin.gateway.pipeline;

import java.util.function.Supplier;

/** What is known of the whole pipeline: how its stages stand, and how long news takes. */
public record Insight(Supplier<Pipeline> stages, Delays delays) {}
