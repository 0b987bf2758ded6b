package org.tocsin.ingestor.page;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.tocsin.ingestor.clean.Prose;

/** Finds the element around which paragraphs are densest. */
final class Density implements NodeVisitor {

    private static final int LEAST = 25;

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "pre", "blockquote", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd");

    private static final Set<String> INLINE =
            Set.of(
                    ("a abbr b bdi bdo big cite code em font i ins kbd mark q s samp small span strong"
                                    + " sub sup time tt u")
                            .split(" "));

    private static final Pattern HINT =
            Pattern.compile(
                    "(?i)(?:article|entry|story|post|news|main|page)[-_]*(?:body|content|text)|articletext"
                            + "|fulltext|storybody");

    private final Map<Element, Double> scores = new IdentityHashMap<>();
    private int anchors;

    private Density() {}

    /** Null where the page has no prose. */
    static Element densest(Element body, Prose prose) {
        var density = new Density();
        body.traverse(density);
        Element best = null;
        double most = 0;
        for (Map.Entry<Element, Double> entry : density.scores.entrySet()) {
            double score = entry.getValue() * weight(entry.getKey(), prose);
            if (score > most || score == most && best != null && isBefore(entry.getKey(), best)) {
                most = score;
                best = entry.getKey();
            }
        }
        return best;
    }

    private static double weight(Element element, Prose prose) {
        String names = element.className() + " " + element.id();
        boolean article = element.nameIs("article") || element.nameIs("main");
        double hint = HINT.matcher(names).find() ? 1.25 : article ? 1.15 : 1;
        return hint * (1 - prose.linked(element));
    }

    /** Any order will do, as long as the same page gives the same text. */
    private static boolean isBefore(Element one, Element other) {
        return one.cssSelector().compareTo(other.cssSelector()) < 0;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            anchors += element.nameIs("a") ? 1 : 0;
        } else if (node instanceof TextNode text && anchors == 0) {
            String words = text.text().strip();
            if (words.length() >= LEAST) {
                credit(text.parent(), Summary.letters(words));
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        anchors -= node instanceof Element element && element.nameIs("a") ? 1 : 0;
    }

    private void credit(Element parent, int letters) {
        Element block = parent;
        while (block != null && INLINE.contains(block.normalName())) {
            block = block.parent();
        }
        Element around =
                block != null && PARAGRAPHS.contains(block.normalName()) ? block.parent() : block;
        double share = letters;
        for (int level = 0; level < 3 && around != null; level++) {
            scores.merge(around, share, Double::sum);
            share /= 2;
            around = around.parent();
        }
    }
}
