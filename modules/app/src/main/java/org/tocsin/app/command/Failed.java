package org.tocsin.app.command;

/** The command cannot do what was asked; the message is all that the user needs. Exit 1. */
final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failed(String message) {
        super(message);
    }

    Failed(String message, Throwable cause) {
        super(message, cause);
    }
}
