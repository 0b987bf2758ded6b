package org.tocsin.ingestor.fetch;

import java.io.IOException;

/** A server sends more than the limits allow; the message is for people. */
final class Oversize extends IOException {

    private static final long serialVersionUID = 1L;

    Oversize(String message) {
        super(message);
    }
}
