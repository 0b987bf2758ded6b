/**
 * From what an article holds to the rules that it answers, so that an article costs what the rules
 * near it cost and not what all rules cost.
 *
 * <pre>
 * article ──> terms of its tags ──> questions filed under one of them or a pair, if it has their
 *             (numbers), pairs      next three terms as well ──> clauses, each looked at once
 *             of them, then words   ──> the rules that ask so
 * </pre>
 *
 * <p>{@link org.tocsin.core.watch.index.RuleIndex} never changes: a change of rules gives another
 * that shares nearly all of its pages, at the cost of the terms of the rules changed. {@link
 * org.tocsin.core.watch.index.Asking} is what a thread needs of its own to ask it.
 */
package org.tocsin.core.watch.index;
