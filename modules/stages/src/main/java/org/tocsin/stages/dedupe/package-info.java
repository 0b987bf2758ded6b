/**
 * Articles in, stories out: the stage around {@link org.tocsin.core.dedupe.Deduper}, and its
 * archive over state stores that a crash does not lose.
 */
package org.tocsin.stages.dedupe;
