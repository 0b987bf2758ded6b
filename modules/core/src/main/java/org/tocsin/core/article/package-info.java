/**
 * An article: one item as one feed told it.
 *
 * <p>Everything else in the product is something said about articles. {@link
 * org.tocsin.core.article.Article} fixes the shape; {@link org.tocsin.core.article.ArticleId}
 * derives the ids that make fetching twice the same as fetching once.
 */
package org.tocsin.core.article;
