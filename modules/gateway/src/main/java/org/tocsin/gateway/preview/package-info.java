/**
 * Previews: what a watchlist would have rung over the last hours or days of {@code news.tagged}. A
 * preview is a resource of the process that runs it: it has progress, a result that grows, and can
 * be cancelled. The log is read from its timestamps on, by a consumer of its own without a group, a
 * bounded number of tellings at a time.
 */
package org.tocsin.gateway.preview;
