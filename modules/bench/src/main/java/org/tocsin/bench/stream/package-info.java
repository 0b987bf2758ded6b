/**
 * Thousands of clients of the alerts' event stream in one thread, so that what they cost does not
 * hide what the gateway costs: {@link org.tocsin.bench.stream.Crowd} has the connections, {@link
 * org.tocsin.bench.stream.Ear} hears the alerts of one.
 */
package org.tocsin.bench.stream;
