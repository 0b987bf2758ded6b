/**
 * To which hub a feed is subscribed, and what becomes of that: W3C WebSub (Recommendation of 23
 * January 2018), without a word to anyone.
 *
 * <p>{@link org.tocsin.ingestor.subscribe.HubLink} is what a feed says of its hub; {@link
 * org.tocsin.ingestor.subscribe.Subscription} is a state machine over {@link
 * org.tocsin.core.feed.FeedReport.Push}, which stands in the feed's report, so that whoever takes
 * the feed over takes its subscription over as well.
 */
package org.tocsin.ingestor.subscribe;
