/**
 * Feeds that tell us: a subscriber of W3C WebSub (Recommendation of 23 January 2018).
 *
 * <p>A feed that names a hub is subscribed to there ({@code Hubs}). The hub asks back whether we
 * meant it, and then posts to our callback address what is new, signed ({@code CallbackServer},
 * {@code Reception}). A poll a day stays as a net. {@link org.tocsin.ingestor.push.Pushes} does all
 * of it for the feeds that an ingestor owns.
 *
 * <p>All ingestors stand behind one public address, and any of them may be the one that a hub
 * reaches. It can check all it gets by itself, since callback addresses and signing secrets follow
 * from one secret of the operator; it writes it to {@code news.pushes}, where the feed's owner
 * reads it ({@code PushLog}, {@code PushReader}).
 */
package org.tocsin.ingestor.push;
