/**
 * The streams of the product, one package each, and the one class that runs a stage.
 *
 * <p>A {@link org.tocsin.stages.Stage} says what flows where. {@code StageRunner} runs one against
 * a broker, exactly once, and keeps it running: bad records become dead letters, failed threads are
 * replaced within a budget, and what cannot recover ends the process so that somebody notices.
 */
package org.tocsin.stages;
