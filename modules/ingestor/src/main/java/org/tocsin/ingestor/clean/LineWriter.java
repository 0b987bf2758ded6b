package org.tocsin.ingestor.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks HTML and writes its words, a line for each block; what nobody reads is skipped. */
final class LineWriter implements NodeFilter {

    private static final Set<String> SKIPPED =
            Set.of(
                    ("script style noscript iframe svg template select textarea object embed audio"
                                    + " video canvas math applet noframes head title")
                            .split(" "));

    private static final Set<String> BLOCKS =
            Set.of(
                    ("address article aside blockquote center dd details div dl dt fieldset figcaption"
                                    + " figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre"
                                    + " section summary table tbody tfoot thead tr ul br")
                            .split(" "));

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int linked;
    private int anchors;
    private int headings;
    private boolean heading;

    List<Line> lines() {
        breakLine();
        return lines;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            write(text);
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (SKIPPED.contains(name)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (BLOCKS.contains(name)) {
                breakLine();
            } else if (name.equals("td") || name.equals("th")) {
                append(line, ' ');
            }
            anchors += name.equals("a") ? 1 : 0;
            headings += isHeading(name) ? 1 : 0;
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (BLOCKS.contains(element.normalName())) {
                breakLine();
            }
            anchors -= element.nameIs("a") ? 1 : 0;
            headings -= isHeading(element.normalName()) ? 1 : 0;
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    private void write(TextNode text) {
        boolean verbatim = text.parent() != null && text.parent().nameIs("pre");
        int before = line.length();
        heading = headings > 0;
        text.getWholeText()
                .codePoints()
                .forEach(
                        c -> {
                            if (verbatim && c == '\n') {
                                breakLine();
                            } else {
                                append(line, c);
                            }
                        });
        linked += anchors > 0 ? Math.max(0, line.length() - before) : 0;
    }

    private void breakLine() {
        String done = trimmed(line);
        if (!done.isEmpty()) {
            lines.add(new Line(done, Math.min(1, (double) linked / done.length()), heading));
        }
        line.setLength(0);
        linked = 0;
    }

    /** Appends a character; runs of white space become one space, invisible characters go. */
    static void append(StringBuilder line, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        } else if (c != 0xFEFF && c != 0x200B && c != 0xAD && !Character.isISOControl(c)) {
            line.appendCodePoint(c);
        }
    }

    static String trimmed(StringBuilder line) {
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == ' ' ? end - 1 : end);
    }
}
