/**
 * Measures what dedupe decides, on news whose truth is known: invented happenings, told by agencies
 * in their own words, printed by outlets after the edits that editors make, among what is easily
 * taken for a copy (templated bulletins, the next strike over the same background, an outlet's own
 * furniture, follow-ups that quote yesterday's story).
 *
 * <p>{@code modules/bench/run quality} tells them to a deduper in order of time and counts pairs:
 * of two articles in one group, are they put together, and of two put together, are they of one
 * group. Beside it stand 64-bit SimHash, equal titles and MinHash over word trigrams, on the same
 * articles. The texts were written for this and are not news; what they say of real pages is only
 * which edits are survived.
 */
package org.tocsin.bench.quality;
