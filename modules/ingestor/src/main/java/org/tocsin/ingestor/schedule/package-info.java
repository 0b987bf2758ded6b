/**
 * When is which feed due.
 *
 * <p>{@link org.tocsin.ingestor.schedule.Schedule} hands out the feeds that are due, one a host at
 * a time; {@link org.tocsin.ingestor.schedule.Pace} says when a feed is due again. Both run on the
 * instants of a clock that may run faster than real time.
 */
package org.tocsin.ingestor.schedule;
