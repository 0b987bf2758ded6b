/**
 * Whether a feed still gives what it is read for, and who misses it when it does not.
 *
 * <p>{@link org.tocsin.ingestor.coverage.CoverageRule} decides after each visit, from the feed's
 * report alone, so that whoever takes the feed over decides the same: LIVE, STALE (it answers, but
 * is silent beyond its own rhythm), DARK (it does not answer), BLOCKED (it refuses us). {@link
 * org.tocsin.ingestor.coverage.CoverageWatch} writes the answer into the report and, where it
 * changed, the event for {@code news.coverage}, with the watchlists that depend on the feed.
 *
 * <p>{@link org.tocsin.ingestor.coverage.Habits} learns from the items how long the feed usually
 * falls silent, nights and weekends included, and whom it tells.
 */
package org.tocsin.ingestor.coverage;
