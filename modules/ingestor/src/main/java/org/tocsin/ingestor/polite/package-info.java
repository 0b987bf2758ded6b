/**
 * How a server is asked: as its robots.txt allows, and no faster than is polite.
 *
 * <p>{@link org.tocsin.ingestor.polite.Courtesy} stands before the fetcher for feeds, pages and
 * hubs alike. It reads a site's robots.txt (RFC 9309) once a day, and lets each host's requests
 * through at a steady pace: who comes too early waits a little, or is told when to come back.
 * {@link org.tocsin.ingestor.polite.Courtesy#wait(String)} says so beforehand.
 *
 * <p>All of this is on real time, also where the product's clock runs faster: servers live in it.
 */
package org.tocsin.ingestor.polite;
