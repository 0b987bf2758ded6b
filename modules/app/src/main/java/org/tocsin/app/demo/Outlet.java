package org.tocsin.app.demo;

/**
 * Who publishes: {@code code} is short and begins the ids of its items, {@code host} is where its
 * pages are (and so the articles' source), {@code charset} what its feed is encoded in.
 */
record Outlet(
        String code, String name, String host, String language, Format format, String charset) {

    /** How its feed is written. */
    enum Format {
        RSS,
        ATOM,
        RDF
    }

    Outlet {
        charset = charset == null ? "UTF-8" : charset;
    }

    String pageOf(String item) {
        return "https://" + host + "/news/" + item;
    }

    String home() {
        return "https://" + host + "/";
    }
}
