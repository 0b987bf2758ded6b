/**
 * Feeds in, articles out.
 *
 * <p>A package per verb: {@code fetch} (one GET), {@code polite} (how a server is asked), {@code
 * parse} (bytes to articles), {@code clean} (HTML to text), {@code schedule} (when is which feed
 * due), {@code publish} (what Kafka is told). {@code Ingestor} runs them for the feeds of the
 * partitions that it owns; {@link org.tocsin.ingestor.FeedOpener} runs them once for a file or an
 * address.
 */
package org.tocsin.ingestor;
