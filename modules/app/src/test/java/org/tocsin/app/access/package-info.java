/** Who gets in, on a real broker and with more than one gateway. */
package org.tocsin.app.access;
