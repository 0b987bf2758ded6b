/** From the address that a person has to the feed that was meant: the feed itself, or the page. */
package org.tocsin.app.discover;
