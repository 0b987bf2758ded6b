/**
 * Text as the rest of core sees it: folded words and sentences, each with its UTF-16 offsets.
 *
 * <p>Everything that compares words (names, rules, copies) goes through {@link
 * org.tocsin.core.text.Words}, so that two parts of the product never disagree on what a word is.
 */
package org.tocsin.core.text;
