/**
 * Server-sent events: a {@link org.tocsin.gateway.log.Timeline} to any number of readers, each at
 * its own speed, none at the expense of another.
 */
package org.tocsin.gateway.stream;
