/**
 * One guarded request, for feeds, pages, robots.txt and hubs alike.
 *
 * <p>{@link org.tocsin.ingestor.fetch.Fetcher} asks with what the last answer left (ETag,
 * Last-Modified), follows redirects by hand, and bounds time and size ({@link
 * org.tocsin.ingestor.fetch.FetchLimits}, {@link org.tocsin.ingestor.fetch.Purpose}). Every address
 * is checked when it is resolved for the connection, at each hop ({@link
 * org.tocsin.ingestor.fetch.AddressGuard}), through a proxy too. Whatever happens is a {@link
 * org.tocsin.ingestor.fetch.FetchOutcome}, never an exception; the caller's thread waits, and the
 * HTTP client reads on threads of its own.
 *
 * <p>Who is polite asks through {@link org.tocsin.ingestor.polite.Courtesy}.
 */
package org.tocsin.ingestor.fetch;
