/**
 * Who may do what.
 *
 * <p>Every route names the {@link org.tocsin.gateway.access.Permission} it needs, and every request
 * comes from a {@link org.tocsin.gateway.access.Principal} that has some: by its role when somebody
 * signed in, by its scopes when a token asks. A gateway that listens on the loopback address alone
 * and has no login set up takes whoever asks for the one at the machine, who may do everything.
 */
package org.tocsin.gateway.access;
