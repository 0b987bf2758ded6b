/**
 * The log as the gateway sees it. A {@link org.tocsin.gateway.log.LogFollower} reads topics from
 * their records on, every instance all of them; a {@link org.tocsin.gateway.log.Timeline} keeps the
 * last of one topic and pushes what arrives; a {@link org.tocsin.gateway.log.Position} says how far
 * a reader has come.
 */
package org.tocsin.gateway.log;
