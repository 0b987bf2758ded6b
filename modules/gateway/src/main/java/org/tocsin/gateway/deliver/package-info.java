/**
 * Alerts to those who do not come for them: webhooks, channels of Slack and Teams, mail.
 *
 * <p>All gateways are one consumer group over {@code news.alerts} and {@code news.deliveries}. Who
 * owns a partition of alerts writes a delivery for each subscriber that wants an alert, together
 * with how far it has read, in one transaction. Deliveries lie in the partition of their
 * subscriber, so one gateway at a time has a subscriber in its care: it reads that partition from
 * the beginning when it takes it over, and what it reads is its whole memory ({@link
 * org.tocsin.gateway.deliver.Backlog}). Every attempt's outcome goes back to the topic, fenced by
 * the group's generation, before anything follows from it.
 *
 * <p>Thus a restart or another owner goes on where the last one stood, with the attempts made and
 * the time of the next. What was sent but not yet written is sent again, with the same id: at least
 * once. {@link org.tocsin.gateway.deliver.Courier} is the loop, {@link
 * org.tocsin.gateway.deliver.Means} what sends, {@link org.tocsin.gateway.deliver.DeliveryBoard}
 * what every gateway shows of it.
 */
package org.tocsin.gateway.deliver;
