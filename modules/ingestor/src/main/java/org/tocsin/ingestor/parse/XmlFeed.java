package org.tocsin.ingestor.parse;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;

/** RSS, RDF, Atom, CDF and news sitemaps, from their tree. */
final class XmlFeed {

    /** It tries dozens of formats on each date; a document made to hurt has thousands of them. */
    private static final int MOST_FOR_ROME = 200;

    private final XmlTree tree;
    private final FeedLayout layout;
    private final List<String> warnings = new ArrayList<>();

    /** Null until it is asked. */
    private Optional<SyndFeed> rome;

    private XmlFeed(XmlTree tree, FeedLayout layout) {
        this.tree = tree;
        this.layout = layout;
    }

    /** The feed, or null with an unknown root. */
    static RawFeed read(XmlTree tree, String documentBase) {
        FeedLayout layout = FeedLayout.of(tree.document().getRootElement());
        return layout == null ? null : new XmlFeed(tree, layout).read(documentBase);
    }

    private RawFeed read(String documentBase) {
        Element head = layout.head();
        var links = new Links(documentBase);
        String link = links.page(head);
        String base = documentBase != null || !Links.isWeb(link) ? documentBase : link;
        List<Element> elements = whole();
        List<Item> items = items(elements, base);
        String title = ItemFields.firstOf(head, TextField::line, "title", "atom:title", "dc:title");
        if (title == null) {
            title = rome().map(feed -> RomeReader.line(feed.getTitle())).orElse(null);
        }
        return new RawFeed(
                title == null ? "" : title,
                ItemFields.language(head),
                link,
                HeadHints.of(head, links),
                items,
                warnings);
    }

    private List<Item> items(List<Element> elements, String base) {
        var fields = new ItemFields(new Links(base));
        List<Item> items = elements.stream().map(fields::read).toList();
        // ROME costs more than all the rest, so it is asked only where a field is open.
        if (items.size() > MOST_FOR_ROME || items.stream().allMatch(Item::isWhole)) {
            return items;
        }
        List<SyndEntry> entries = rome().map(SyndFeed::getEntries).orElse(List.of());
        if (entries.size() != layout.items().size()) {
            return items;
        }
        var filled = new ArrayList<Item>();
        for (int i = 0; i < items.size(); i++) {
            filled.add(RomeReader.fill(items.get(i), entries.get(i)));
        }
        return filled;
    }

    private Optional<SyndFeed> rome() {
        if (rome == null) {
            rome = RomeReader.read(tree.document());
        }
        return rome;
    }

    /** The items without the one that the document's end cut off. */
    private List<Element> whole() {
        List<Element> items = layout.items();
        if (tree.mended()) {
            warnings.add("not well-formed, mended: " + tree.fault());
        }
        if (tree.items() > items.size() && items.size() >= FeedParser.MOST_ITEMS) {
            warnings.add(
                    "only the first %d of %d items were read"
                            .formatted(items.size(), tree.items()));
        }
        if (tree.cutItem() != null && items.contains(tree.cutItem())) {
            warnings.add("the document ends inside an item, which was left out");
            return items.stream().filter(item -> item != tree.cutItem()).toList();
        }
        return items;
    }
}
