/**
 * The ingestor against the farm, as the product's own processes, beside a plain loop over ROME.
 *
 * <p>The broker, the registry and the measuring live in the command's process; the farm, each
 * ingestor and the yardstick in one of their own, ended when the command ends.
 */
package org.tocsin.bench.ingest;
