package org.tocsin.app.role;

/** A part of the system cannot go on. */
public final class PartLost extends Exception {

    private static final long serialVersionUID = 1L;

    PartLost(String part, Throwable cause) {
        super("%s cannot go on: %s".formatted(part, cause), cause);
    }
}
