/**
 * Fresh articles made ready to be told: what recurs across their feed goes, their language is
 * looked at, and where the feed gives only a summary the page is fetched and its main text put in.
 *
 * <p>{@link org.tocsin.ingestor.page.CopyDesk} is the whole of it. An article keeps the id that the
 * feed's own words gave it, whatever becomes of its text here: fetched again it is the same
 * telling. The desk takes a few seconds a visit at most; what could not be read by then is told
 * with its summary.
 */
package org.tocsin.ingestor.page;
