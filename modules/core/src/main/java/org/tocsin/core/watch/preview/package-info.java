/**
 * What a watchlist would have rung over tellings of the past, by the very code that rings: its
 * alerts day by day and thread by thread, samples, and how that differs from the version in force.
 */
package org.tocsin.core.watch.preview;
