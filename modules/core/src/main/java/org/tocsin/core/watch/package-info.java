/**
 * Watchlists and what comes of them: the rule language, the match of a rule against a telling, and
 * the life of an alert thread.
 */
package org.tocsin.core.watch;
