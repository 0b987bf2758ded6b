/** Which language a text is written in. */
package org.tocsin.core.language;
