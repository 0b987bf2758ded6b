/**
 * What could not be processed: looked at, and put back where it came from once the cause is gone.
 *
 * <p>Dead letters are never changed. Which of them were replayed as a whole is kept as the offsets
 * of a consumer group for each topic they came from, committed in the transaction that puts them
 * back.
 */
package org.tocsin.app.deadletter;
