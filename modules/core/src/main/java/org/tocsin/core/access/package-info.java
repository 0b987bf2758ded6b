/** By what somebody is known to the product: tokens and sessions, as they travel. */
package org.tocsin.core.access;
