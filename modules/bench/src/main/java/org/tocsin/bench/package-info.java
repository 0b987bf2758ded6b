/**
 * Benchmarks: every figure in the documents comes from one of these commands.
 *
 * <p>{@code modules/bench/run core} times dedupe and tagging on one core without Kafka; {@code run
 * names} how fast names are found, under JMH and beside two other ways; {@code run window} what an
 * article costs dedupe while its seven days fill; {@code run pipeline} all stages on a real broker,
 * beside a pass-through topology on the same broker in the same run; {@code run ingest} the
 * ingestor over a farm of local feeds, beside a plain loop over ROME; {@code run streams} a gateway
 * with thousands of clients of its event stream; {@code modules/bench/cold-start} the demo, as its
 * users start it, to its first alert. {@code run quality} says which copies and stories are found
 * in news whose truth is known. Machines are noisy: quote medians and the ratios within one run.
 */
package org.tocsin.bench;
