/** What gateways tell each other of the requests that they are asked to do once only. */
package org.tocsin.core.request;
