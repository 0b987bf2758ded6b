/** The JSON Lines formats of the command line: what a person pipes in and reads out. */
package org.tocsin.core.json;
