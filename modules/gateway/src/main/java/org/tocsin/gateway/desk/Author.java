package org.tocsin.gateway.desk;

/** Who changes something and why; null where nobody says. */
public record Author(String by, String why) {

    public static Author of(String by) {
        return new Author(by, null);
    }
}
