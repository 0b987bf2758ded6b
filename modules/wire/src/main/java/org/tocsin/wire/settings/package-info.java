/**
 * What an operator can set, read once from the environment. {@code docs/settings.md} is the table
 * of it for people and is compared with {@link org.tocsin.wire.settings.Variable} in the build.
 */
package org.tocsin.wire.settings;
