/**
 * What the web may do to a reader, on loopback: {@link org.tocsin.ingestor.hostile.HostileServer}
 * misbehaves as {@link org.tocsin.ingestor.hostile.Misdeed}s say, and the tests send a whole
 * visitor (fetch and parse) there and look at what it reports, how long it took and that it lives
 * on.
 */
package org.tocsin.ingestor.hostile;
