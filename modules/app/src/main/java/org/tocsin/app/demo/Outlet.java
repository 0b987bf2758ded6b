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
        RDF,
        JSON
    }

    Outlet {
        charset = charset == null ? "UTF-8" : charset;
    }

    /** Where its feed is on a feed server at that port. */
    String feedUrl(int port) {
        return "http://localhost:" + port + feedPath();
    }

    String feedPath() {
        return "/feeds/" + code + (format == Format.JSON ? ".json" : ".xml");
    }

    String pageOf(String item) {
        return "https://" + host + "/news/" + item;
    }

    String home() {
        return "https://" + host + "/";
    }
}
