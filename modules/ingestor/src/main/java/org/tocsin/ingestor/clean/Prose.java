package org.tocsin.ingestor.clean;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * How much is written in each element, how much of it in links, and how much of it as prose: runs
 * of text outside links that are long enough to be part of a sentence. In characters.
 */
public final class Prose {

    private static final int LEAST = 25;
    private static final Amount NOTHING = new Amount();

    private static final class Amount {
        private int text;
        private int linked;
        private int prose;
        private int links;
    }

    private final Map<Element, Amount> amounts = new IdentityHashMap<>();

    /** Measures the element and all in it; later changes of the tree are not seen. */
    public static Prose in(Element root) {
        var prose = new Prose();
        root.traverse(prose.new Counting());
        return prose;
    }

    public int text(Element element) {
        return of(element).text;
    }

    public int prose(Element element) {
        return of(element).prose;
    }

    int links(Element element) {
        return of(element).links;
    }

    /** The share of the text that stands in links; 0 where there is no text. */
    public double linked(Element element) {
        Amount amount = of(element);
        return amount.text == 0 ? 0 : (double) amount.linked / amount.text;
    }

    private Amount of(Element element) {
        return amounts.getOrDefault(element, NOTHING);
    }

    private final class Counting implements NodeVisitor {

        private int anchors;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                amounts.put(element, new Amount());
                anchors += element.nameIs("a") ? 1 : 0;
            } else if (node instanceof TextNode text && text.parent() != null) {
                count(amounts.computeIfAbsent(text.parent(), key -> new Amount()), text);
            }
        }

        private void count(Amount amount, TextNode node) {
            String text = node.getWholeText();
            int length = 0;
            for (int i = 0; i < text.length(); i++) {
                length += Character.isWhitespace(text.charAt(i)) ? 0 : weight(text.charAt(i));
            }
            amount.text += length;
            amount.linked += anchors > 0 ? length : 0;
            amount.prose += anchors == 0 && length >= LEAST ? length : 0;
        }

        /** A Han or kana character says about as much as three letters. */
        private static int weight(char c) {
            return c >= 0x2E80 && c < 0xFFF0 && Character.isIdeographic(c) ? 3 : 1;
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                boolean anchor = element.nameIs("a");
                anchors -= anchor ? 1 : 0;
                Amount own = amounts.get(element);
                own.links += anchor ? 1 : 0;
                if (depth > 0 && element.parent() != null) {
                    Amount around = amounts.computeIfAbsent(element.parent(), key -> new Amount());
                    around.text += own.text;
                    around.linked += own.linked;
                    around.prose += own.prose;
                    around.links += own.links;
                }
            }
        }
    }
}
