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
            case "rss", "rdf" -> rss(root, named(root, "channel"));
            case "channel" -> rss(root, List.of(root));
            case "feed" -> atom(root);
            case "entry", "item" -> new FeedLayout(new Element("none"), List.of(root));
            case "urlset" -> new FeedLayout(root, named(root, "url"));
            default -> null;
        };
    }

    /**
     * RSS 0.90 and 1.0 keep items beside the channel, 1.1 in a list of it, the others inside; some
     * feeds do more than one of these, and CDF has channels in its channel.
     */
    private static FeedLayout rss(Element root, List<Element> channels) {
        var items = new ArrayList<Element>();
        for (Element channel : channels) {
            items.addAll(named(channel, "item"));
            named(channel, "items").forEach(list -> items.addAll(named(list, "item")));
            named(channel, "channel").forEach(inner -> items.addAll(named(inner, "item")));
        }
        if (!channels.contains(root)) {
            items.addAll(named(root, "item"));
        }
        channels.forEach(channel -> items.addAll(named(channel, "entry")));
        return new FeedLayout(channels.isEmpty() ? root : channels.get(0), items);
    }

    /** Some put RSS items into Atom's feed. */
    private static FeedLayout atom(Element root) {
        var items = new ArrayList<Element>(named(root, "entry"));
        items.addAll(named(root, "item"));
        return new FeedLayout(root, items);
    }

    private static List<Element> named(Element parent, String name) {
        return parent.getChildren().stream()
                .filter(child -> child.getName().equalsIgnoreCase(name))
                .toList();
    }
}
