package org.tocsin.ingestor.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;

/**
 * Where a tree keeps its feed and its items. {@code head} holds the feed's own title, language and
 * link; {@code items} are in document order.
 */
record FeedLayout(Element head, List<Element> items) {

    /** The layout of the document under this root, or null where it is none that feeds use. */
    static FeedLayout of(Element root) {
        return switch (root.getName().toLowerCase(Locale.ROOT)) {
            case "rss", "rdf", "channel" -> rss(root);
            case "feed" -> new FeedLayout(root, named(root, "entry"));
            case "entry", "item" -> new FeedLayout(new Element("none"), List.of(root));
            case "urlset" -> new FeedLayout(root, named(root, "url"));
            default -> null;
        };
    }

    /** RSS 0.90 and 1.0 keep items beside the channel, the others inside; some feeds do both. */
    private static FeedLayout rss(Element root) {
        boolean alone = root.getName().equalsIgnoreCase("channel");
        List<Element> channels = alone ? List.of(root) : named(root, "channel");
        var items = new ArrayList<Element>();
        channels.forEach(channel -> items.addAll(named(channel, "item")));
        if (!alone) {
            items.addAll(named(root, "item"));
        }
        channels.forEach(channel -> items.addAll(named(channel, "entry")));
        return new FeedLayout(channels.isEmpty() ? root : channels.get(0), items);
    }

    private static List<Element> named(Element parent, String name) {
        return parent.getChildren().stream()
                .filter(child -> child.getName().equalsIgnoreCase(name))
                .toList();
    }
}
