/** Delivering alerts, on a broker and to servers on this machine. */
package org.tocsin.app.deliver;
