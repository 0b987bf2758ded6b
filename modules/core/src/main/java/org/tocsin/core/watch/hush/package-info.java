/**
 * What keeps an alert from ringing although the question is answered: {@link
 * org.tocsin.core.watch.hush.Mutes} that analysts set for a while, and the {@link
 * org.tocsin.core.watch.hush.QuietHours} of a watchlist. What is held back by them is decided in
 * {@link org.tocsin.core.watch.thread}.
 */
package org.tocsin.core.watch.hush;
