/**
 * Watchlists that ring when something is told of far more often than usual: {@code rate: 5x over
 * P7D}.
 *
 * <p>{@link org.tocsin.core.watch.rate.Rate} is what is asked, {@link
 * org.tocsin.core.watch.rate.Frequency} what is remembered: two rows of counts, a fine one for the
 * span that is looked at and a coarse one for what is usual. {@link
 * org.tocsin.core.watch.rate.Pace} is what they say at one time. All of it runs on event time and
 * takes a few hundred bytes a watchlist, however much is told.
 */
package org.tocsin.core.watch.rate;
