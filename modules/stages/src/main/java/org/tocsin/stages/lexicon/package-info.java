/** The analysts' lexicon, as every stage that names actors follows it. */
package org.tocsin.stages.lexicon;
