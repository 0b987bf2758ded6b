package org.tocsin.ingestor.fetch;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * How far a request was sent on. {@code permanent} is whether every redirect until here was. From
 * https to http a reader is led like a browser, since what it reads is public; but no such redirect
 * is ever one to remember, or one answer would give up the protection for good.
 */
record Trail(URI at, int hops, boolean permanent) {

    static Trail from(String url) throws URISyntaxException {
        return new Trail(WebAddress.of(url), 0, true);
    }

    /** The next hop; its address is checked like the first. */
    Trail to(Answer.Redirect redirect) throws URISyntaxException {
        URI next = WebAddress.of(at, redirect.location());
        boolean exposed = at.getScheme().equals("https") && next.getScheme().equals("http");
        return new Trail(next, hops + 1, permanent && redirect.isPermanent() && !exposed);
    }

    /** A form may hold secrets: it goes to its own origin only, and never turns into a GET. */
    boolean leadsAFormTo(Trail next, Answer.Redirect redirect) {
        return redirect.keepsTheMethod()
                && at.getScheme().equals(next.at.getScheme())
                && at.getRawAuthority().equals(next.at.getRawAuthority());
    }

    /** Where the document lives now; null where nobody said that it moved for good. */
    String movedTo() {
        return hops > 0 && permanent ? at.toString() : null;
    }
}
