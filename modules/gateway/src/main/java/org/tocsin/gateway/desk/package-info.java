/**
 * What analysts and operators change: watchlists and feeds, read from and written to their topics,
 * every change with its entry on {@code news.audit} in the same transaction.
 */
package org.tocsin.gateway.desk;
