package org.tocsin.ingestor.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * Takes out of HTML what by its structure is no part of the article: by element and role, by the
 * words of classes and ids, and by being a list of links. What holds the story itself stays,
 * whatever it is called: publishing systems write tags and layouts into the classes of everything.
 */
final class Pruning implements NodeFilter {

    private static final Set<String> FOREIGN =
            Set.of(
                    ("script style noscript iframe svg template button select textarea object embed"
                                    + " audio video canvas nav applet noframes head title dialog menu")
                            .split(" "));

    private static final Set<String> UNTOUCHED = Set.of("html", "body", "main", "a", "em", "b");

    private static final Pattern HIDING =
            Pattern.compile("(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    /** A bar or a form with more prose than this is a column of the story. */
    private static final int LITTLE = 250;

    private static final double MOSTLY = 0.8;
    private static final double MOST_OF_ALL = 0.5;

    private final Element root;
    private final Place place;
    private final Prose prose;
    private final List<Element> furniture = new ArrayList<>();

    private Pruning(Element root, Place place) {
        this.root = root;
        this.place = place;
        this.prose = Prose.in(root);
    }

    /** Changes the tree under the root. */
    static void prune(Element root, Place place) {
        var pruning = new Pruning(root, place);
        root.filter(pruning);
        pruning.furniture.forEach(Node::remove);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof Element element && element != root && isFurniture(element)) {
            furniture.add(element);
            return FilterResult.SKIP_CHILDREN;
        }
        return FilterResult.CONTINUE;
    }

    private boolean isFurniture(Element element) {
        String name = element.normalName();
        if (FOREIGN.contains(name)) {
            return true;
        }
        if (UNTOUCHED.contains(name)) {
            return false;
        }
        if (isHidden(element) || byElement(element, name) || byRole(element)) {
            return !holdsTheStory(element);
        }
        return switch (Naming.of(element)) {
            case BOX -> !holdsTheStory(element);
            case BAR -> prose.prose(element) < LITTLE && !holdsTheStory(element);
            case NOTHING -> isListOfLinks(element, name);
        };
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || "true".equals(element.attr("aria-hidden"))
                || HIDING.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
    }

    private boolean byElement(Element element, String name) {
        return switch (name) {
            case "form" -> prose.prose(element) < 2 * LITTLE;
            case "header", "footer" -> prose.prose(element) < LITTLE;
            case "figcaption" -> true;
            case "figure" ->
                    prose.prose(element) < LITTLE
                            && element.select("table, blockquote, pre, p").isEmpty();
            case "aside" -> place == Place.PAGE || prose.linked(element) > 0.3;
            default -> false;
        };
    }

    private boolean byRole(Element element) {
        String role = element.attr("role");
        return !role.isEmpty()
                && FurnitureWords.ROLES.contains(FurnitureWords.key(role))
                && prose.prose(element) < 2 * LITTLE;
    }

    /** Of a long text, half of it; of any, what publishers mark as the body. */
    private boolean holdsTheStory(Element element) {
        int all = prose.prose(root);
        boolean most = all > LITTLE && prose.prose(element) > MOST_OF_ALL * all;
        boolean comments = place == Place.PAGE && Naming.isDiscussion(element);
        return most && !comments || !element.select("[itemprop=articleBody]").isEmpty();
    }

    /**
     * Related items, most read, tags, menus. The terms of a ceasefire are no links, and linked
     * sentences end like sentences.
     */
    private boolean isListOfLinks(Element element, String name) {
        boolean list = name.equals("ul") || name.equals("ol") || name.equals("dl");
        boolean grid = name.equals("table") || name.equals("div") || name.equals("section");
        if (!list && !grid || prose.prose(element) >= (list ? LITTLE : 1)) {
            return false;
        }
        boolean enough = prose.links(element) >= (list ? 1 : 3);
        return enough && prose.linked(element) >= MOSTLY && !tellsInSentences(element);
    }

    private static boolean tellsInSentences(Element element) {
        List<Element> links = element.select("a");
        long sentences = links.stream().filter(a -> Lines.endsASentence(a.text())).count();
        return sentences * 2 > links.size();
    }
}
