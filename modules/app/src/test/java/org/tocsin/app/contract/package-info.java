/**
 * The whole interface on a gateway with a broker behind it: every operation that {@code
 * openapi.yaml} describes is asked for with the examples that stand there, and then with nonsense.
 *
 * <p>Whoever adds an operation gives its parameters and its body an {@code example} that is
 * accepted; {@link org.tocsin.app.contract.Walk} does the rest. What cannot be asked for here,
 * since it needs another server, says with {@code x-tried-by} which test asks for it.
 */
package org.tocsin.app.contract;
