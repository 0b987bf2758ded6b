/**
 * Bytes in, articles out.
 *
 * <p>{@link org.tocsin.ingestor.parse.FeedParser} reads RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0,
 * news sitemaps and JSON Feed. A document passes through: {@code Decoding} (which characters are
 * these bytes), {@code XmlCleanup} (no DOCTYPE, no unknown entity, no forbidden character reaches a
 * parser), {@code XmlTree} (strict first, lenient where that refuses), {@code FeedLayout} (where
 * are the items), {@code ItemFields} beside ROME (what does an item say), {@code ItemArticles}
 * (bounds, believable dates, ids).
 *
 * <p>Whatever the bytes are, the answer is a {@link org.tocsin.ingestor.parse.ParseResult}:
 * articles with warnings, or a refusal with its reason.
 */
package org.tocsin.ingestor.parse;
