/**
 * Requests that are done once however often they are sent (draft-ietf-httpapi-idempotency-key-
 * header-07), at whatever gateway and across restarts.
 *
 * <p>Every gateway reads {@code news.requests} and folds it into the same {@link
 * org.tocsin.gateway.request.Book}. Who is asked to do something writes that it begins, and does it
 * only where its own line turns out to be the first: so the log decides between two gateways that
 * are asked at the same moment. A change on the log bears the word that it was done within its
 * transaction, hence a gateway that dies before it answers leaves no doubt behind.
 */
package org.tocsin.gateway.request;
