/**
 * Watchlists as files of YAML documents: read with the position of every fault, written so that
 * reading gives the same again.
 */
package org.tocsin.core.watch.yaml;
