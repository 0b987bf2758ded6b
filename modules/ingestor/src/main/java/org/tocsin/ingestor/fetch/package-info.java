/**
 * One polite and guarded GET.
 *
 * <p>{@link org.tocsin.ingestor.fetch.Fetcher} asks with what the last answer left (ETag,
 * Last-Modified), follows redirects by hand, and bounds time and size. Every address is checked
 * when it is resolved for the connection, at each hop ({@link
 * org.tocsin.ingestor.fetch.AddressGuard}). Whatever happens is a {@link
 * org.tocsin.ingestor.fetch.FetchOutcome}, never an exception.
 */
package org.tocsin.ingestor.fetch;
