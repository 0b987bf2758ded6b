package org.tocsin.gateway.desk;

import org.tocsin.core.request.RequestNote;

/**
 * Who changes something and why; null where nobody says.
 *
 * @param done written in the change's transaction, so that the request it was asked with is known
 *     to be done whatever becomes of the answer; null where that does not matter
 */
public record Author(String by, String why, RequestNote done) {

    public Author(String by, String why) {
        this(by, why, null);
    }

    public static Author of(String by) {
        return new Author(by, null);
    }
}
