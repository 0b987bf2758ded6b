package org.tocsin.ingestor.clean;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.tocsin.core.text.Fold;

/**
 * What stands around an article and is not it: share bars, counters, related lists, "read more".
 * Elements are known by the classes that publishing systems give them, lines by what they say.
 */
final class Furniture {

    private static final Pattern CLASSES =
            Pattern.compile(
                    "(sharedaddy|sharing|share-?(bar|buttons?|links?|this)|social-?(share|links|media"
                            + "|buttons?|icons?)|addtoany\\w*|addthis\\w*|feedflare|jp-relatedposts"
                            + "|yarpp\\w*|related-?(posts?|articles?|stories|content|links)|wp-polls?"
                            + "|comment-?(form|list|count)|newsletter-?\\w*|post-?(tags|navigation"
                            + "|views)|view-?count\\w*|screen-reader-text|visually-hidden"
                            + "|mc4wp-form\\w*|robots-nocontent)",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<String> LINES =
            Stream.of(
                            "read more",
                            "read more...",
                            "read more…",
                            "read the full story",
                            "read full article",
                            "read the rest",
                            "continue reading",
                            "continue reading →",
                            "continue reading...",
                            "continue reading…",
                            "full story",
                            "more »",
                            "more...",
                            "[…]",
                            "[...]",
                            "share",
                            "share this",
                            "share this:",
                            "share on facebook",
                            "share on twitter",
                            "share on whatsapp",
                            "tweet",
                            "tweet this",
                            "like this:",
                            "like loading...",
                            "loading...",
                            "email",
                            "email this",
                            "print",
                            "facebook",
                            "twitter",
                            "whatsapp",
                            "telegram",
                            "linkedin",
                            "pinterest",
                            "reddit",
                            "comments",
                            "leave a comment",
                            "add a comment",
                            "advertisement",
                            "подробнее",
                            "читать далее",
                            "weiterlesen",
                            "lire la suite",
                            "leer mas",
                            "devamını oku",
                            "المزيد",
                            "اقرأ المزيد")
                    .map(Fold::fold)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Pattern ENDINGS =
            Pattern.compile(
                    "the (post|article|entry|story) .{1,400} (appeared first on|first appeared on) .{1,200}"
                            + "|\\(?\\d{1,6} comments?\\)?|(facebook|twitter|email|print|share|whatsapp|telegram|linkedin"
                            + "|pinterest|reddit|[\\s|·,•/]){3,40}");

    private Furniture() {}

    static boolean is(Element element) {
        for (String name : element.classNames()) {
            if (CLASSES.matcher(name).matches()) {
                return true;
            }
        }
        return element.hasAttr("hidden") || "true".equals(element.attr("aria-hidden"));
    }

    static List<String> without(List<String> lines) {
        return lines.stream().filter(line -> !isFurniture(line)).toList();
    }

    private static boolean isFurniture(String line) {
        if (line.length() > 700) {
            return false;
        }
        String folded = Fold.fold(line).strip();
        return LINES.contains(folded) || ENDINGS.matcher(folded).matches();
    }
}
