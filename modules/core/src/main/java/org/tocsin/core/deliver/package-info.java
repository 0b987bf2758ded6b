/**
 * Who is told of alerts, and how far the telling has come.
 *
 * <p>A {@link org.tocsin.core.deliver.Subscriber} is a webhook, a channel of Slack or Teams, or a
 * list of mail addresses, with what it wants to hear. Every alert that it wants becomes a {@link
 * org.tocsin.core.deliver.Delivery}, which is tried at the times of {@link
 * org.tocsin.core.deliver.Retries} until it is taken or given up; an alert may also wait for a
 * {@link org.tocsin.core.deliver.Digest} with others. Nothing here sends anything.
 */
package org.tocsin.core.deliver;
