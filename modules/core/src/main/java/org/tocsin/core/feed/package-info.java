/** Feeds as operators configure them, and what reading them came to. */
package org.tocsin.core.feed;
