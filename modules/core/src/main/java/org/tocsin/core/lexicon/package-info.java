/**
 * The lexicon: who can act and be acted on, under which names, in which scripts.
 *
 * <p>The data are tab-separated files under {@code /lexicon} in this module's resources, reviewed
 * like code. A row whose id was seen before adds its names to that actor, so names per script live
 * in files of their own. Inflections, transliterations and spellings of acronyms are not listed:
 * {@link org.tocsin.core.lexicon.Spellings} makes them by rule, those of Latin names when the index
 * is built, those of other scripts when a text in one first asks.
 */
package org.tocsin.core.lexicon;
