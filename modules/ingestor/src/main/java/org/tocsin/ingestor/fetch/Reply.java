package org.tocsin.ingestor.fetch;

import org.apache.hc.core5.http.HttpResponse;

/**
 * What came over the wire: the head, and the body as it was packed, empty where none was wanted.
 */
record Reply(HttpResponse head, Bytes body) {}
