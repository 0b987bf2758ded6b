/**
 * The rule language: from text to a tree of clauses, and from a clause to the words that answer it.
 *
 * <p>{@link org.tocsin.core.watch.query.QueryParser} reads a rule by recursive descent ({@code NOT}
 * binds tighter than {@code AND}, {@code AND} tighter than {@code OR}) and refuses what can never
 * or always hold; {@link org.tocsin.core.watch.query.Query#print} writes it back in canonical form;
 * {@link org.tocsin.core.watch.query.Clause#hits} finds a clause in a {@link
 * org.tocsin.core.watch.query.Reading}, which is a telling made ready to be asked many questions.
 */
package org.tocsin.core.watch.query;
