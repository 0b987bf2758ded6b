/**
 * What analysts' words say of a watchlist: how precise it is as a whole, and by which clauses and
 * names, each with an interval, since few words prove little.
 */
package org.tocsin.core.watch.ledger;
