/**
 * Where this machine may be sent to on behalf of others.
 *
 * <p>Whoever connects to an address that came from outside (a feed's, a redirect's, a hub's, a
 * webhook's) asks {@link org.tocsin.core.address.AddressRule} about the very address that the
 * socket will connect to, after the name is resolved, and again at each redirect: a name that was
 * checked and is resolved again proves nothing.
 */
package org.tocsin.core.address;
