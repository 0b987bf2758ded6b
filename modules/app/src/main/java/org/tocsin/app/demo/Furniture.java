package org.tocsin.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What stands around the words: an outlet with a template {@code sample/furniture/<code>.html}
 * drags its share bars and related headlines into its feed, the others send clean paragraphs.
 */
final class Furniture {

    private static final int RELATED = 4;

    private final Map<String, String> templates = new ConcurrentHashMap<>();

    /** The body of an item as its feed carries it, in HTML. */
    String around(Print print, List<Print> page) {
        String template = template(print.outlet().code());
        return template.isEmpty() ? paragraphs(print) : filled(template, print, page);
    }

    /** The page that an item links to. */
    String page(Print print, List<Print> page) {
        return filled(template("page"), print, page);
    }

    private String filled(String template, Print print, List<Print> page) {
        Outlet outlet = print.outlet();
        String direction = List.of("ar", "fa").contains(outlet.language()) ? "rtl" : "ltr";
        return template.replace("{{language}}", outlet.language())
                .replace("{{direction}}", direction)
                .replace("{{outlet}}", escaped(outlet.name()))
                .replace("{{title}}", escaped(print.title()))
                .replace("{{url}}", print.url())
                .replace("{{related}}", related(print, page))
                .replace("{{paragraphs}}", paragraphs(print));
    }

    private static String paragraphs(Print print) {
        return print.paragraphs().stream()
                .map(paragraph -> "<p>" + escaped(paragraph) + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String related(Print print, List<Print> page) {
        return page.stream()
                .filter(other -> !other.item().equals(print.item()))
                .limit(RELATED)
                .map(other -> link(other.url(), other.title()))
                .collect(Collectors.joining());
    }

    private static String link(String url, String title) {
        return "<li><a href=\"" + url + "\">" + escaped(title) + "</a></li>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private String template(String name) {
        return templates.computeIfAbsent(name, Furniture::read);
    }

    private static String read(String name) {
        String resource = "/sample/furniture/" + name + ".html";
        try (InputStream in = Furniture.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
