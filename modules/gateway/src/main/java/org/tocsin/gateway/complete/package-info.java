/**
 * What may stand at a place of a rule that is being written: {@link
 * org.tocsin.gateway.complete.Completer} finds actors by the beginning of any of their names,
 * topics, sources and the words of the language itself, those first that the news of late is full
 * of. What the place wants is the language's own knowledge ({@link
 * org.tocsin.core.watch.query.Caret}).
 */
package org.tocsin.gateway.complete;
