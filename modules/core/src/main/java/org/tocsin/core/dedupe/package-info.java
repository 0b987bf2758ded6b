/** Which articles tell the same: repeats, revisions, copies, stories, and who wrote them first. */
package org.tocsin.core.dedupe;
