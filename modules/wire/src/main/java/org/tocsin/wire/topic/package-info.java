/**
 * The topics of the product, in one place: their names, what they carry, how long it is kept, and
 * how they come into being.
 */
package org.tocsin.wire.topic;
