/**
 * The whole product on a real broker: a feed on a local web server goes in, alerts come out and are
 * read as a stranger would read them. The same tests run on the embedded broker and on containers.
 */
package org.tocsin.app.pipeline;
