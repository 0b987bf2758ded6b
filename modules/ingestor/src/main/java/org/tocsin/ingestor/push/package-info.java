/**
 * Feeds that tell us: a subscriber of W3C WebSub (Recommendation of 23 January 2018).
 *
 * <p>A feed that names a hub ({@link org.tocsin.ingestor.push.HubLink}) is subscribed to there. The
 * hub asks back whether we meant it, and then posts to our callback address what is new, signed. A
 * poll a day stays as a net. What a subscription does when is {@link
 * org.tocsin.ingestor.push.Subscription}; its state is the feed's report's.
 *
 * <p>All ingestors stand behind one public address, and any of them may be the one that a hub
 * reaches. It can check all it gets by itself, since callback addresses and signing secrets follow
 * from one secret of the operator; it writes it to {@code news.pushes}, where the feed's owner
 * reads it.
 */
package org.tocsin.ingestor.push;
