/**
 * Which feeds are ours, and what is known of them.
 *
 * <p>Ingestors share the partitions of {@code news.feeds} as a consumer group; who owns a partition
 * reads its feeds, and the partition of the same number in {@code news.feed-reports}, from the
 * start and so takes the feeds over where the last owner left them.
 */
package org.tocsin.ingestor.follow;
