/**
 * What people and their programs touch: the dashboard, REST, server-sent events, Atom, webhooks and
 * mail.
 *
 * <p>The gateway keeps nothing of its own: its boards are rebuilt from the log at each start, and
 * what is changed through it goes to topics. {@link org.tocsin.gateway.Gateway} puts it together.
 */
package org.tocsin.gateway;
