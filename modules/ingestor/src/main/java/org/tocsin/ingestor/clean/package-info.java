/**
 * HTML to the plain text that the rest of the product reads.
 *
 * <p>Each paragraph becomes a line, since a line break ends a sentence for everyone downstream;
 * what stands around the words of an article (scripts, forms, share bars, "read more") goes.
 */
package org.tocsin.ingestor.clean;
