package org.tocsin.ingestor;

import java.time.Instant;

/**
 * How an ingestor is doing: the feeds it follows, and what it has done since it started. {@code
 * ready} is true once it owns partitions and knows their feeds; {@code lastVisit} is null before
 * the first.
 */
public record IngestorStatus(
        boolean ready, int feeds, long visits, long failures, long articles, Instant lastVisit) {}
