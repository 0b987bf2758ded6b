/**
 * Thousands of feeds on loopback, each with a manner of its own.
 *
 * <p>{@link org.tocsin.bench.farm.FarmPlan} says by rule what every feed shows at every moment, so
 * that a reader's omissions can be counted; {@link org.tocsin.bench.farm.FeedFarm} serves it from a
 * process of its own. A virtual host is an address of 127.0.0.0/8: names need no resolver, and the
 * reader under test is the product as it ships.
 */
package org.tocsin.bench.farm;
