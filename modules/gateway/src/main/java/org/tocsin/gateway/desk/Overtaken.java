package org.tocsin.gateway.desk;

/** Somebody changed the object since the caller read it. */
public final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken(String message) {
        super(message);
    }
}
