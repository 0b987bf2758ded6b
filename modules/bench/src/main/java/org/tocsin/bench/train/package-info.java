/**
 * Trains the tagger's model of topics on the labelled texts of {@code modules/bench/corpus}: a
 * text, a tab, {@code topic=MODALITY ...} as in docs/tagging.md ({@code ?} before what is
 * arguable), and perhaps a tab and the article's day.
 */
package org.tocsin.bench.train;
