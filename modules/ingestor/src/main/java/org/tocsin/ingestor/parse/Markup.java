package org.tocsin.ingestor.parse;

import java.util.Locale;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Text;

/** What stands inside an element, written as HTML: names without prefixes, text escaped. */
final class Markup {

    private static final Set<String> VOID =
            Set.of("br", "hr", "img", "input", "wbr", "embed", "source", "area", "col", "link");

    private Markup() {}

    static String inside(Element element) {
        var html = new StringBuilder();
        contentOf(element, html);
        return html.toString();
    }

    private static void contentOf(Element element, StringBuilder html) {
        for (Content content : element.getContent()) {
            if (content instanceof Text text) {
                html.append(escape(text.getText()));
            } else if (content instanceof Element child) {
                write(child, html);
            }
        }
    }

    private static void write(Element element, StringBuilder html) {
        String name = element.getName().toLowerCase(Locale.ROOT);
        html.append('<').append(name);
        for (Attribute attribute : element.getAttributes()) {
            html.append(' ').append(attribute.getName()).append("=\"");
            html.append(escape(attribute.getValue()).replace("\"", "&quot;")).append('"');
        }
        html.append('>');
        if (!VOID.contains(name)) {
            contentOf(element, html);
            html.append("</").append(name).append('>');
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
