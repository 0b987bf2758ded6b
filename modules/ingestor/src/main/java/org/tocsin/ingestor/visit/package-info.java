/**
 * One visit to a feed: fetch it, read it, and say what is new in it.
 *
 * <p>{@link org.tocsin.ingestor.visit.FeedVisitor} turns a feed and its last report into the next
 * report and the articles that have not been told yet.
 */
package org.tocsin.ingestor.visit;
