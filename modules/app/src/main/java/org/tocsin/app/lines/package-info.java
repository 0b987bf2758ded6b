/** Text in and JSON Lines out, as the commands read and write it. */
package org.tocsin.app.lines;
