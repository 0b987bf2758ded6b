/** Who and what an article is about: actors by the lexicon, events with their modality. */
package org.tocsin.core.tag;
