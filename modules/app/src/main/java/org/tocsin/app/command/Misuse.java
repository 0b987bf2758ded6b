package org.tocsin.app.command;

/** The command was put wrongly in a way that the options alone cannot say. Exit 2. */
final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }
}
