/**
 * What could not be processed: looked at, counted by its reason, and put back where it came from
 * once the cause is gone.
 *
 * <p>Dead letters are never changed. Which of them were put back is a record on {@code
 * news.replays}, written in the transaction that puts them back; {@link
 * org.tocsin.gateway.desk.DeadLetterDesk} does that. A {@link org.tocsin.gateway.deadletter.Pile}
 * is what a gateway remembers of them, a {@link org.tocsin.gateway.deadletter.DeadLetterLog} reads
 * the topic itself.
 */
package org.tocsin.gateway.deadletter;
