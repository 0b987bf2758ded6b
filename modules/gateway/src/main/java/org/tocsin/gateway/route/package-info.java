/**
 * The HTTP interface: each class answers for the paths of one thing. {@code openapi.yaml} is its
 * description, written first and compared with the routes by a test. Refusals are problems (RFC
 * 9457) with the place of the fault where there is one.
 */
package org.tocsin.gateway.route;
