package org.tocsin.ingestor.parse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jdom2.Element;
import org.tocsin.ingestor.clean.PlainText;

/**
 * The plain text of an element, whichever way the feed wrote it: Atom's text constructs (RFC 4287,
 * 3.1 and 4.1.3; Atom 0.3's modes), escaped HTML, naked markup, or plain text that does not say so.
 */
final class TextField {

    private enum Kind {
        TEXT,
        UNSAID,
        HTML
    }

    private static final int LONGEST = 400_000;

    private TextField() {}

    static String line(Element element) {
        String content = content(element);
        return switch (kind(element)) {
            case TEXT -> PlainText.oneLine(content);
            case UNSAID ->
                    isAtom(element)
                            ? PlainText.oneLine(PlainText.withoutEntities(content))
                            : PlainText.lineOf(content);
            case HTML -> PlainText.oneLine(PlainText.ofHtml(content).replace('\n', ' '));
        };
    }

    static String text(Element element) {
        String content = content(element);
        return switch (kind(element)) {
            case TEXT -> PlainText.ofText(content);
            case UNSAID -> PlainText.ofEither(content);
            case HTML -> PlainText.ofHtml(content);
        };
    }

    /** No more than a parser of HTML can hold without harm. */
    private static String content(Element element) {
        if (hasMarkup(element)) {
            return cut(Markup.inside(element));
        }
        String text = element.getText();
        return EscapedTwice.once(cut(isBase64(element) ? decoded(text) : text));
    }

    private static String cut(String content) {
        return content.length() <= LONGEST ? content : content.substring(0, LONGEST);
    }

    private static Kind kind(Element element) {
        if (hasMarkup(element)) {
            return Kind.HTML;
        }
        String type = type(element);
        if (type.contains("html")) {
            return Kind.HTML;
        }
        return isAtom(element) && (type.equals("text") || type.equals("text/plain"))
                ? Kind.TEXT
                : Kind.UNSAID;
    }

    private static String type(Element element) {
        String type = Names.attribute(element, "type");
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    private static boolean isAtom(Element element) {
        return Names.of(element).startsWith("atom:");
    }

    private static boolean hasMarkup(Element element) {
        return !element.getChildren().isEmpty();
    }

    private static boolean isBase64(Element element) {
        String mode = Names.attribute(element, "mode");
        if (mode != null) {
            return mode.equalsIgnoreCase("base64");
        }
        String type = type(element);
        boolean media = type.indexOf('/') > 0 && !type.startsWith("text/");
        return isAtom(element) && media && !type.endsWith("xml") && !type.contains("html");
    }

    private static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.indexOf('\uFFFD') < 0 && text.indexOf('\0') < 0 ? text : "";
        } catch (IllegalArgumentException e) {
            // It only claimed to be Base64.
            return base64;
        }
    }
}
