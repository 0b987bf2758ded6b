/**
 * Puts what comes of several partitions back in order: {@link
 * org.tocsin.stages.order.ReorderWindow}.
 */
package org.tocsin.stages.order;
