/** Who changed what: the memory of every decision an analyst or operator took. */
package org.tocsin.core.audit;
