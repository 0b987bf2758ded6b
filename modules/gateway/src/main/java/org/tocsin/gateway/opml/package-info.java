/**
 * Lists of feeds in OPML, as every feed reader writes and reads them.
 *
 * <p>{@link org.tocsin.gateway.opml.Opml#read} takes OPML 1.0 to 2.0 in any encoding that the
 * document itself names. An {@code outline} with an {@code xmlUrl} (in any case) is a feed,
 * wherever it stands; folders are not kept. Feeds that cannot be taken are left out, each with its
 * line and the reason; a document that is not well-formed is refused as a whole, with line, column
 * and reason. A DOCTYPE is passed over: nothing it declares is expanded or opened.
 *
 * <p>What OPML has no word for (source, language, interval, whether it is switched on, whether
 * pages and robots.txt are read) is written as attributes in a namespace of our own, so that an
 * export, imported elsewhere, gives the same feeds.
 */
package org.tocsin.gateway.opml;
