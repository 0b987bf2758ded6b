/**
 * Tagged tellings in, alerts out.
 *
 * <pre>
 * news.tagged ──> watch-stories ──> news.alerts, news.alerts.ROUTE, news.alerts.current
 *  (by story)     │  tracks, quiet        ^
 *                 └─> by-watchlist ──> watch-windows (and news.alerts.watching from both)
 *                                      window-questions, window-heard, window-threads, window-quiet,
 *                                      window-waiting, frequencies, budgets, budget-skips
 * news.watchlists ──> watchlists (global: every instance holds all)
 * news.verdicts   ──> mutes      (the same)
 * </pre>
 *
 * <p>What rings is decided in {@link org.tocsin.core.watch.thread}; here are its memories as state
 * stores, and the bytes that these hold of core's records ({@code StateSerdes}). Rules over a
 * sentence, an article or a story are decided where the story's tellings arrive; what they bring to
 * rules over a span of time, and what watchlists with a budget ring, goes on to where all of the
 * watchlist meets, together with the time, which every partition is told about once a minute of it.
 * There they wait in a {@link org.tocsin.stages.order.ReorderWindow}, since a partition that is
 * read faster than the others would be decided before them; how far each has come it says itself,
 * five times in the window.
 *
 * <p>{@code news.alerts.current} holds the last alert of each thread; EXPIRED takes the row away.
 */
package org.tocsin.stages.watch;
