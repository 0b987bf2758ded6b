/** The commands that make data files of the lexicon from open sources. */
package org.tocsin.bench.lexicon;
