/**
 * The interface held to its description: whatever a test sends to the gateway and gets back is
 * compared with {@code openapi.yaml}.
 *
 * <p>{@link org.tocsin.gateway.contract.Contract} says in what an exchange differs from the
 * description; the tests of the routes ask it of every exchange they make, without a line of their
 * own. {@link org.tocsin.gateway.contract.Description} is the document as tests read it. The module
 * {@code app} borrows both to walk through every operation on a gateway with a broker behind it.
 */
package org.tocsin.gateway.contract;
