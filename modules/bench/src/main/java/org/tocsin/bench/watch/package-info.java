/** What an article costs with many watchlists in force, beside Lucene's stored queries. */
package org.tocsin.bench.watch;
