package org.tocsin.ingestor.parse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.tocsin.ingestor.clean.PlainText;

/**
 * Reads an item from its element: for each field the names under which feeds keep it, best first,
 * and the first that says something.
 */
final class ItemFields {

    private static final String[] TITLE = {
        "title", "atom:title", "dc:title", "news:title", "media:title", "itunes:title"
    };
    private static final String[] TEXT = {
        "content:encoded",
        "content:items",
        "atom:content",
        "content",
        "xhtml:body",
        "body",
        "fullitem",
        "fulltext",
        "description",
        "atom:summary",
        "summary",
        "abstract",
        "dc:description",
        "atom:tagline",
        "itunes:summary",
        "media:description",
        "itunes:subtitle"
    };
    private static final String[] GUID = {"guid", "atom:id", "id", "dc:identifier"};
    private static final String[] PUBLISHED = {
        "pubdate", "atom:published", "published", "atom:issued", "issued", "dcterms:issued",
        "dc:date", "dcterms:created", "atom:created", "created", "dcterms:date", "date",
        "news:publication_date"
    };
    private static final String[] UPDATED = {
        "atom:updated",
        "updated",
        "atom:modified",
        "modified",
        "dcterms:modified",
        "lastmod",
        "lastbuilddate"
    };

    /** No item has more of one field than a reader would look at. */
    private static final int MOST = 50;

    private final Links links;

    ItemFields(Links links) {
        this.links = links;
    }

    Item read(Element item) {
        String guid = guid(item);
        return new Item(
                firstOf(item, TextField::line, TITLE),
                firstOf(item, TextField::text, TEXT),
                guid,
                url(item, guid),
                date(item, PUBLISHED),
                date(item, UPDATED),
                language(item),
                people(item),
                categories(item));
    }

    /** The language that an element declares, itself or by an element around it; else null. */
    static String language(Element element) {
        String named = Names.text(element, "dc:language", "language", "news:language");
        for (Element e = element; named == null && e != null; e = e.getParentElement()) {
            named = e.getAttributeValue("lang", Namespace.XML_NAMESPACE);
            named = named == null || named.isBlank() ? null : named;
        }
        return named;
    }

    static String firstOf(Element item, Function<Element, String> reading, String... names) {
        for (Element element : inside(item, names)) {
            String value = reading.apply(element);
            if (!value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    /** News sitemaps and media groups keep their fields one level deeper. */
    private static List<Element> inside(Element item, String... names) {
        List<Element> found = Names.all(item, names);
        if (found.isEmpty()) {
            found =
                    Names.all(item, "news:news", "media:group", "media:content").stream()
                            .flatMap(group -> Names.all(group, names).stream())
                            .toList();
        }
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private String guid(Element item) {
        Element named = Names.first(item, child -> !child.getValue().isBlank(), GUID);
        if (named != null) {
            return links.identity(named.getValue().strip(), named);
        }
        String about = Names.attribute(item, "about");
        return about == null ? null : links.identity(about, item);
    }

    private String url(Element item, String guid) {
        String url = links.page(item);
        if (url == null && Links.isWeb(guid)) {
            Element named = Names.first(item, element -> true, GUID);
            String said = named == null ? null : Names.attribute(named, "isPermaLink");
            url = "false".equalsIgnoreCase(said) ? null : links.absolute(guid, item);
        }
        return url != null ? url : links.lastResort(item);
    }

    private static Instant date(Element item, String... names) {
        for (Element element : inside(item, names)) {
            Optional<Instant> date = FeedDates.parse(element.getValue());
            if (date.isPresent()) {
                return date.get();
            }
        }
        // CDF says it in an attribute.
        String attribute = names == UPDATED ? Names.attribute(item, "lastmod") : null;
        return FeedDates.parse(attribute).orElse(null);
    }

    private static List<String> people(Element item) {
        return Names.all(item, "author", "atom:author", "dc:creator", "itunes:author").stream()
                .limit(MOST)
                .map(ItemFields::person)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    /** Atom names people in an element; RSS writes {@code mail (Name)} or just a name. */
    private static String person(Element author) {
        String name = Names.text(author, "atom:name", "name");
        if (name == null && !author.getChildren().isEmpty()) {
            return "";
        }
        String line = PlainText.lineOf(name != null ? name : author.getValue());
        int open = line.indexOf('(');
        boolean mail = line.indexOf('@') >= 0 && open > 0 && line.endsWith(")");
        return mail ? line.substring(open + 1, line.length() - 1).strip() : line;
    }

    private static List<String> categories(Element item) {
        return Names.all(item, "category", "atom:category", "dc:subject", "media:keywords").stream()
                .limit(MOST)
                .map(ItemFields::category)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static String category(Element category) {
        String label = Names.attribute(category, "label");
        String term = Names.attribute(category, "term");
        String text = PlainText.lineOf(category.getValue());
        return !text.isBlank() ? text : label != null ? label : term != null ? term : "";
    }
}
