package org.tocsin.ingestor.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tocsin.core.text.Fold;
import org.tocsin.ingestor.clean.PlainText;
import org.tocsin.ingestor.clean.Prose;

/**
 * The main text of an article's page: what the page marks as its body, else the element in which
 * paragraphs are dense, with the neighbours that continue it.
 *
 * <p>After the furniture is gone, so that neither lists of teasers nor readers' comments compete.
 * The rule of density is Readability's (Arc90, 2009): a paragraph speaks for the element around it,
 * and half as much for the one around that.
 */
final class MainText {

    private static final int SHORTEST = 140;

    /** What publishers mark must hold this much of what density finds. */
    private static final double MARKED = 0.4;

    private static final double LINKED = 0.4;
    private static final int PARAGRAPH = 60;
    private static final double CONTINUED = 0.12;

    /** Where a script builds the page, its data hold the text and its tree does not. */
    private static final double POOR = 0.6;

    private MainText() {}

    /** The text, a line a paragraph; empty where the page has none worth the name. */
    static Optional<String> of(String html, String url, String title) {
        Document page = Jsoup.parse(html, url == null ? "" : url);
        String data = JsonLd.articleBody(page);
        PlainText.prune(page.body());
        String tree = textOf(page.body());
        String best = tree.length() < POOR * data.length() ? data : tree;
        String text = withoutTitle(best, title);
        return Summary.letters(text) < SHORTEST ? Optional.empty() : Optional.of(text);
    }

    private static String textOf(Element body) {
        Prose prose = Prose.in(body);
        Element dense = Density.densest(body, prose);
        Element marked = marked(body, prose);
        if (dense == null || marked != null && prose.prose(marked) >= MARKED * prose.prose(dense)) {
            return marked == null ? "" : PlainText.linesOf(marked);
        }
        var parts = new ArrayList<String>();
        for (Element part : continued(dense, prose)) {
            parts.add(PlainText.linesOf(part));
        }
        parts.removeIf(String::isEmpty);
        return String.join("\n", parts);
    }

    private static Element marked(Element body, Prose prose) {
        Element most = null;
        for (Element element : body.select("[itemprop~=(?i)\\barticleBody\\b]")) {
            if (most == null || prose.prose(element) > prose.prose(most)) {
                most = element;
            }
        }
        return most;
    }

    /**
     * Advertisements cut texts into siblings; a lead may stand as a paragraph before its column.
     */
    private static List<Element> continued(Element dense, Prose prose) {
        Element around = dense.parent();
        if (around == null || dense.nameIs("body") || dense.nameIs("article")) {
            return List.of(dense);
        }
        var parts = new ArrayList<Element>();
        for (Element sibling : around.children()) {
            if (sibling == dense || continues(sibling, dense, prose)) {
                parts.add(sibling);
            }
        }
        return parts;
    }

    private static boolean continues(Element sibling, Element dense, Prose prose) {
        if (prose.linked(sibling) > LINKED) {
            return false;
        }
        boolean paragraph = sibling.nameIs("p") || sibling.nameIs("blockquote");
        boolean alike =
                sibling.nameIs(dense.normalName())
                        && sibling.className().equals(dense.className())
                        && prose.prose(sibling) >= CONTINUED * prose.prose(dense);
        return alike || paragraph && prose.prose(sibling) >= PARAGRAPH;
    }

    /** The title has a field of its own. */
    private static String withoutTitle(String text, String title) {
        String told = Fold.fold(title).strip();
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = Math.min(3, lines.size()) - 1; i >= 0; i--) {
            if (!told.isEmpty() && Fold.fold(lines.get(i)).strip().equals(told)) {
                lines.remove(i);
            }
        }
        return String.join("\n", lines);
    }
}
