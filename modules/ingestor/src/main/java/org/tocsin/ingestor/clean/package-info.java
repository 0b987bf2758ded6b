/**
 * HTML to the plain text that the rest of the product reads.
 *
 * <p>Each paragraph becomes a line, since a line break ends a sentence for everyone downstream.
 * What stands around the words of an article goes, by what is surest first: elements, roles and
 * lists of links; the classes and ids of what holds little prose or calls itself a list of other
 * items; and last, lines that say nothing else ({@code furniture.txt}, in eight languages). What
 * holds most of the prose is the story and stays, and where nothing would be left, everything does.
 */
package org.tocsin.ingestor.clean;
